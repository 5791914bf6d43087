import Facts
import Kernel
import Persistence

/// The effective hourly and daily values: derived from the frames, one row for each (outlet, factor, hour or day).
enum HourStore {
    /// Where the means of a time lie.
    static func table(_ period: MeanPeriod) -> String {
        switch period {
        case .hour: "monitoring_hour"
        case .day: "monitoring_day"
        }
    }

    private static func values(
        _ reading: HourReading, _ version: FrameVersion, _ pollutant: PollutantCode, _ station: Station
    ) -> [SQLValue] {
        [
            .code(station.outlet), .code(pollutant), .instant(reading.hour), .text(version.requestNumber),
            .digest(version.digest), .decimal(reading.average), .decimal(reading.converted),
            .optionalText(reading.mark), .code(station.enterprise), .code(station.region),
        ]
    }

    private static func insertion(_ period: MeanPeriod) -> String {
        """
        INSERT INTO \(table(period)) (outlet_id, pollutant, hour_ms, request_number, frame_sha256, average,
          converted, mark, enterprise_id, region_code)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (outlet_id, pollutant, hour_ms)
        """
    }

    /// Takes a value in where none stands yet; tells whether that was so.
    static func insert(
        _ reading: HourReading, version: FrameVersion, pollutant: PollutantCode, station: Station,
        period: MeanPeriod, in access: any WriteAccess
    ) throws -> Bool {
        try access.execute(insertion(period) + " DO NOTHING", values(reading, version, pollutant, station)) > 0
    }

    /// Takes a value in unless a greater version stands there already; tells whether it became effective.
    static func offer(
        _ reading: HourReading, version: FrameVersion, pollutant: PollutantCode, station: Station,
        period: MeanPeriod = .hour, in access: any WriteAccess
    ) throws -> Bool {
        let changed = try access.execute(
            """
            \(insertion(period)) DO UPDATE SET
              request_number = excluded.request_number, frame_sha256 = excluded.frame_sha256,
              average = excluded.average, converted = excluded.converted, mark = excluded.mark
            WHERE (excluded.request_number, excluded.frame_sha256)
              > (\(table(period)).request_number, \(table(period)).frame_sha256)
            """, values(reading, version, pollutant, station))
        return changed > 0
    }

    /// The effective hours from `from` to `to`, both ends included, in order.
    static func readings(
        outlet: OutletID, pollutant: PollutantCode, from: Instant, to: Instant, scope: Scope = .city,
        period: MeanPeriod = .hour, in access: any ReadAccess
    ) throws -> [HourReading] {
        let condition = ScopeCondition(scope, first: 5)
        return try access.rows(
            """
            SELECT hour_ms, average, converted, mark, frame_sha256 FROM \(table(period))
            WHERE outlet_id = ?1 AND pollutant = ?2 AND hour_ms BETWEEN ?3 AND ?4 AND (\(condition.sql))
            ORDER BY hour_ms
            """,
            [.code(outlet), .code(pollutant), .instant(from), .instant(to)] + condition.arguments
        ).map(reading)
    }

    /// The newest hour that has a value.
    static func newestHour(
        outlet: OutletID, pollutant: PollutantCode, period: MeanPeriod = .hour, in access: any ReadAccess
    ) throws -> Instant? {
        try access.row(
            """
            SELECT hour_ms FROM \(table(period)) WHERE outlet_id = ?1 AND pollutant = ?2
            ORDER BY hour_ms DESC LIMIT 1
            """, [.code(outlet), .code(pollutant)]
        )?.instant("hour_ms")
    }

    /// The first and the newest hour that has a value; nil without any.
    static func extent(
        outlet: OutletID, pollutant: PollutantCode, period: MeanPeriod, in access: any ReadAccess
    ) throws -> ClosedRange<Instant>? {
        let row = try access.row(
            """
            SELECT MIN(hour_ms) AS first, MAX(hour_ms) AS last FROM \(table(period))
            WHERE outlet_id = ?1 AND pollutant = ?2
            """, [.code(outlet), .code(pollutant)])
        guard let first = try row?.optional("first", Row.instant), let last = try row?.optional("last", Row.instant)
        else { return nil }
        return first...last
    }

    /// The factors of an outlet that have a value within these hours, by their codes.
    static func factors(
        of outlet: OutletID, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [PollutantCode] {
        try access.rows(
            """
            SELECT DISTINCT pollutant FROM monitoring_hour WHERE outlet_id = ?1 AND hour_ms BETWEEN ?2 AND ?3
            ORDER BY pollutant
            """, [.code(outlet), .instant(from), .instant(to)]
        ).map { try $0.code("pollutant") }
    }

    /// The factors of an outlet that have any hourly value, by their codes: found by leaps, not by reading the hours.
    static func factors(of outlet: OutletID, in access: any ReadAccess) throws -> [PollutantCode] {
        var found: [PollutantCode] = []
        while let next = try access.row(
            "SELECT MIN(pollutant) AS pollutant FROM monitoring_hour WHERE outlet_id = ?1 AND pollutant > ?2",
            [.code(outlet), .text(found.last?.text ?? "")]
        )?.optional("pollutant", Row.text).flatMap({ PollutantCode($0) }) {
            found.append(next)
        }
        return found
    }

    /// The first hour of a factor with a value, from an hour on.
    static func firstHour(
        outlet: OutletID, pollutant: PollutantCode, from: Instant, in access: any ReadAccess
    ) throws -> Instant? {
        try access.row(
            """
            SELECT hour_ms FROM monitoring_hour WHERE outlet_id = ?1 AND pollutant = ?2 AND hour_ms >= ?3
            ORDER BY hour_ms LIMIT 1
            """, [.code(outlet), .code(pollutant), .instant(from)]
        )?.instant("hour_ms")
    }

    /// The effective value of one hour with the version it stands on.
    static func effective(
        outlet: OutletID, pollutant: PollutantCode, hour: Instant, period: MeanPeriod = .hour,
        in access: any ReadAccess
    ) throws -> (version: FrameVersion, reading: HourReading)? {
        try access.row(
            """
            SELECT hour_ms, average, converted, mark, frame_sha256, request_number FROM \(table(period))
            WHERE outlet_id = ?1 AND pollutant = ?2 AND hour_ms = ?3
            """, [.code(outlet), .code(pollutant), .instant(hour)]
        ).map { row in
            let version = FrameVersion(
                requestNumber: try row.text("request_number"), digest: try row.digest("frame_sha256"))
            return (version, try reading(row))
        }
    }

    /// How many effective values there are.
    static func count(_ access: any ReadAccess, period: MeanPeriod = .hour) throws -> Int {
        try access.row("SELECT COUNT(*) AS hours FROM \(table(period))")?.int("hours") ?? 0
    }

    static func reading(_ row: Row) throws -> HourReading {
        HourReading(
            hour: try row.instant("hour_ms"), average: try row.optional("average", Row.decimal),
            converted: try row.optional("converted", Row.decimal), mark: try row.optional("mark", Row.text),
            frame: try row.digest("frame_sha256"))
    }
}
