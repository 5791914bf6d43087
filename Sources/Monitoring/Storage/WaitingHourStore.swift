import Kernel
import Persistence

/// The hours that wait to be judged.
enum WaitingHourStore {
    static func insert(_ waiting: WaitingHour, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_waiting_hour (outlet_id, pollutant, hour_ms, enterprise_id, region_code)
            VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (outlet_id, pollutant, hour_ms) DO NOTHING
            """,
            [
                .code(waiting.place.outlet), .code(waiting.pollutant), .instant(waiting.hour),
                .code(waiting.place.enterprise), .code(waiting.place.region),
            ])
    }

    /// Hours that are over by now, the oldest first.
    static func over(by now: Instant, limit: Int, in access: any ReadAccess) throws -> [WaitingHour] {
        try access.rows(
            """
            SELECT outlet_id, pollutant, hour_ms, enterprise_id, region_code FROM monitoring_waiting_hour
            WHERE hour_ms <= ?1 ORDER BY hour_ms, outlet_id, pollutant LIMIT ?2
            """, [.instant(now.adding(hours: -1)), .int(limit)]
        ).map { row in
            WaitingHour(
                place: JudgedPlace(
                    outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                    region: try row.code("region_code")),
                pollutant: try row.code("pollutant"), hour: try row.instant("hour_ms"))
        }
    }

    /// Takes out the hours of a window that were judged with it: those that start at `latest` or before.
    static func remove(
        outlet: OutletID, pollutant: PollutantCode, in window: ClosedRange<Instant>, upTo latest: Instant,
        _ access: any WriteAccess
    ) throws {
        try access.execute(
            """
            DELETE FROM monitoring_waiting_hour
            WHERE outlet_id = ?1 AND pollutant = ?2 AND hour_ms BETWEEN ?3 AND ?4 AND hour_ms <= ?5
            """,
            [
                .code(outlet), .code(pollutant), .instant(window.lowerBound), .instant(window.upperBound),
                .instant(latest),
            ])
    }

    /// The waiting hours of an outlet's factor.
    static func hours(
        outlet: OutletID, pollutant: PollutantCode, in access: any ReadAccess
    ) throws -> Set<Instant> {
        Set(
            try access.rows(
                "SELECT hour_ms FROM monitoring_waiting_hour WHERE outlet_id = ?1 AND pollutant = ?2",
                [.code(outlet), .code(pollutant)]
            ).map { try $0.instant("hour_ms") })
    }
}
