import Facts
import Kernel
import Persistence

/// The hours and days that wait to be judged.
enum WaitingHourStore {
    private static func table(_ period: MeanPeriod) -> String {
        switch period {
        case .hour: "monitoring_waiting_hour"
        case .day: "monitoring_waiting_day"
        }
    }

    static func insert(_ waiting: WaitingHour, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO \(table(waiting.period)) (outlet_id, pollutant, hour_ms, enterprise_id, region_code)
            VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (outlet_id, pollutant, hour_ms) DO NOTHING
            """,
            [
                .code(waiting.place.outlet), .code(waiting.pollutant), .instant(waiting.hour),
                .code(waiting.place.enterprise), .code(waiting.place.region),
            ])
    }

    /// What is over by now, the oldest first.
    static func over(
        by now: Instant, period: MeanPeriod = .hour, limit: Int, in access: any ReadAccess
    ) throws -> [WaitingHour] {
        try access.rows(
            """
            SELECT outlet_id, pollutant, hour_ms, enterprise_id, region_code FROM \(table(period))
            WHERE hour_ms <= ?1 ORDER BY hour_ms, outlet_id, pollutant LIMIT ?2
            """, [.instant(now.adding(hours: -period.hours)), .int(limit)]
        ).map { row in
            WaitingHour(
                place: JudgedPlace(
                    outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                    region: try row.code("region_code")),
                pollutant: try row.code("pollutant"), hour: try row.instant("hour_ms"), period: period)
        }
    }

    /// Takes out what a window judged: hours or days that start at `latest` or before.
    static func remove(
        outlet: OutletID, pollutant: PollutantCode, period: MeanPeriod, in window: ClosedRange<Instant>,
        upTo latest: Instant, _ access: any WriteAccess
    ) throws {
        try access.execute(
            """
            DELETE FROM \(table(period))
            WHERE outlet_id = ?1 AND pollutant = ?2 AND hour_ms BETWEEN ?3 AND ?4 AND hour_ms <= ?5
            """,
            [
                .code(outlet), .code(pollutant), .instant(window.lowerBound), .instant(window.upperBound),
                .instant(latest),
            ])
    }

    /// The waiting hours of an outlet's factor.
    static func hours(
        outlet: OutletID, pollutant: PollutantCode, period: MeanPeriod = .hour, in access: any ReadAccess
    ) throws -> Set<Instant> {
        Set(
            try access.rows(
                "SELECT hour_ms FROM \(table(period)) WHERE outlet_id = ?1 AND pollutant = ?2",
                [.code(outlet), .code(pollutant)]
            ).map { try $0.instant("hour_ms") })
    }
}
