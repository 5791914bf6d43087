import Facts
import Kernel
import Persistence

extension HourStore {
    /// What an effective value is known by.
    struct Key: Hashable, Comparable {
        let pollutant: PollutantCode
        let hour: Instant

        static func < (left: Key, right: Key) -> Bool {
            (left.pollutant, left.hour) < (right.pollutant, right.hour)
        }
    }

    /// Every effective value of an outlet in these hours, with the version it stands on.
    static func all(
        outlet: OutletID, hours: Range<Instant>, period: MeanPeriod = .hour, in access: any ReadAccess
    ) throws -> [Key: (version: FrameVersion, reading: HourReading)] {
        var found: [Key: (version: FrameVersion, reading: HourReading)] = [:]
        let pollutants = try access.rows(
            """
            SELECT DISTINCT pollutant FROM \(table(period)) WHERE outlet_id = ?1 AND hour_ms >= ?2 AND hour_ms < ?3
            """, [.code(outlet), .instant(hours.lowerBound), .instant(hours.upperBound)])
        for row in pollutants {
            let pollutant: PollutantCode = try row.code("pollutant")
            let rows = try access.rows(
                """
                SELECT hour_ms, average, converted, mark, frame_sha256, request_number FROM \(table(period))
                WHERE outlet_id = ?1 AND pollutant = ?2 AND hour_ms >= ?3 AND hour_ms < ?4
                """,
                [.code(outlet), .code(pollutant), .instant(hours.lowerBound), .instant(hours.upperBound)])
            for row in rows {
                let version = FrameVersion(
                    requestNumber: try row.text("request_number"), digest: try row.digest("frame_sha256"))
                let reading = try reading(row)
                found[Key(pollutant: pollutant, hour: reading.hour)] = (version, reading)
            }
        }
        return found
    }

    /// The stored days of each limited factor of waste water from a day on, with the stamps of their rows.
    static func waterDays(
        from day: CivilDate, in access: any ReadAccess
    ) throws -> [(place: JudgedPlace, pollutant: PollutantCode, days: Range<Instant>)] {
        try access.rows(
            """
            SELECT d.outlet_id AS outlet_id, d.pollutant AS pollutant, MIN(d.hour_ms) AS first,
              MAX(d.hour_ms) AS last, MIN(d.enterprise_id) AS enterprise_id, MIN(d.region_code) AS region_code
            FROM monitoring_day d
            WHERE d.hour_ms >= ?1 AND d.pollutant LIKE 'w%' AND EXISTS (
              SELECT 1 FROM monitoring_outlet_limit l
              WHERE l.outlet_id = d.outlet_id AND l.pollutant = d.pollutant AND l.averaging = 'day')
            GROUP BY d.outlet_id, d.pollutant ORDER BY d.outlet_id, d.pollutant
            """, [.instant(Instant(startOf: day))]
        ).map { row in
            let last = try row.instant("last").adding(hours: MeanPeriod.day.hours)
            return (
                JudgedPlace(
                    outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                    region: try row.code("region_code")),
                try row.code("pollutant"), try row.instant("first")..<last
            )
        }
    }

    /// Takes an effective value out.
    static func remove(
        _ key: Key, outlet: OutletID, period: MeanPeriod = .hour, in access: any WriteAccess
    ) throws {
        try access.execute(
            "DELETE FROM \(table(period)) WHERE outlet_id = ?1 AND pollutant = ?2 AND hour_ms = ?3",
            [.code(outlet), .code(key.pollutant), .instant(key.hour)])
    }
}
