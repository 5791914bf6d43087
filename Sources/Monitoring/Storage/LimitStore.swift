import Kernel
import Persistence

/// The limits of outlets with the days they hold.
enum LimitStore {
    static func insert(
        _ limit: DatedLimit, outlet: OutletID, pollutant: PollutantCode, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO monitoring_limit (outlet_id, pollutant, valid_from, valid_to, limit_mg_m3, source)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            [
                .code(outlet), .code(pollutant), .date(limit.validFrom), .date(limit.validTo), .decimal(limit.limit),
                .text(limit.source),
            ])
    }

    static func limits(
        outlet: OutletID, pollutant: PollutantCode, in access: any ReadAccess
    ) throws -> [DatedLimit] {
        try access.rows(
            """
            SELECT limit_mg_m3, valid_from, valid_to, source FROM monitoring_limit
            WHERE outlet_id = ?1 AND pollutant = ?2 ORDER BY valid_from
            """, [.code(outlet), .code(pollutant)]
        ).map { row in
            DatedLimit(
                limit: try row.decimal("limit_mg_m3"), validFrom: try row.date("valid_from"),
                validTo: try row.optional("valid_to", Row.date), source: try row.text("source"))
        }
    }

    /// The outlets that have a limit of a factor.
    static func outlets(limiting pollutant: PollutantCode, in access: any ReadAccess) throws -> [OutletID] {
        try access.rows(
            "SELECT DISTINCT outlet_id FROM monitoring_limit WHERE pollutant = ?1 ORDER BY outlet_id",
            [.code(pollutant)]
        ).map { try $0.code("outlet_id") }
    }
}
