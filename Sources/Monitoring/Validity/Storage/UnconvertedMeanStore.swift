import Facts
import Kernel
import Persistence

/// The stored means of limited factors that came as measured only: an hour's oxygen content bears on them.
enum UnconvertedMeanStore {
    /// Those of an hour and of its day at an outlet.
    static func bearing(
        _ hour: Instant, at outlet: OutletID, in access: any ReadAccess
    ) throws -> [(pollutant: PollutantCode, period: MeanPeriod, start: Instant)] {
        let day = Instant(startOf: hour.civil.date)
        return try MeanPeriod.allCases.flatMap { period in
            let start = period == .hour ? hour : day
            return try access.rows(
                """
                SELECT pollutant FROM \(HourStore.table(period))
                WHERE outlet_id = ?1 AND pollutant IN (
                    SELECT pollutant FROM monitoring_outlet_limit WHERE outlet_id = ?1) AND hour_ms = ?2
                  AND converted IS NULL AND average IS NOT NULL AND pollutant LIKE 'a%'
                ORDER BY pollutant
                """, [.code(outlet), .instant(start)]
            ).map { row in
                let pollutant: PollutantCode = try row.code("pollutant")
                return (pollutant: pollutant, period: period, start: start)
            }
        }
    }
}
