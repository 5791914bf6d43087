import Facts
import Kernel
import Persistence

extension HourStore {
    /// The factors of an outlet of which effective means of this kind are stored, by their codes.
    static func factors(
        of outlet: OutletID, period: MeanPeriod, in access: any ReadAccess
    ) throws -> [PollutantCode] {
        try access.rows(
            "SELECT DISTINCT pollutant FROM \(table(period)) WHERE outlet_id = ?1 ORDER BY pollutant", [.code(outlet)]
        ).map { try $0.code("pollutant") }
    }

    /// At most `limit` effective means that begin within `window`, both ends included, in order of time.
    static func readings(
        outlet: OutletID, pollutant: PollutantCode, within window: ClosedRange<Instant>, newestFirst: Bool, limit: Int,
        scope: Scope, period: MeanPeriod, in access: any ReadAccess
    ) throws -> [HourReading] {
        let condition = ScopeCondition(scope, first: 6)
        return try access.rows(
            """
            SELECT hour_ms, average, converted, mark, frame_sha256 FROM \(table(period))
            WHERE outlet_id = ?1 AND pollutant = ?2 AND hour_ms BETWEEN ?3 AND ?4 AND (\(condition.sql))
            ORDER BY hour_ms \(newestFirst ? "DESC" : "ASC") LIMIT ?5
            """,
            [
                .code(outlet), .code(pollutant), .instant(window.lowerBound), .instant(window.upperBound), .int(limit),
            ] + condition.arguments
        ).map(reading)
    }
}
