import Facts
import Kernel
import Persistence

/// The figures of each device's hours: derived from the stored frames, and checked against them.
enum DeviceHourStore {
    static func save(_ hour: DeviceHour, of station: DeviceStation, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO devices_hour (outlet_id, hour_ms, enterprise_id, region_code, frames, minute_periods,
              minute_step, has_hour_value, resent, lowered, rewriting, drift_ms, last_received_at_ms, dialect)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            ON CONFLICT (outlet_id, hour_ms) DO UPDATE SET
              enterprise_id = excluded.enterprise_id, region_code = excluded.region_code, frames = excluded.frames,
              minute_periods = excluded.minute_periods, minute_step = excluded.minute_step,
              has_hour_value = excluded.has_hour_value, resent = excluded.resent, lowered = excluded.lowered,
              rewriting = excluded.rewriting, drift_ms = excluded.drift_ms,
              last_received_at_ms = excluded.last_received_at_ms, dialect = excluded.dialect
            """,
            [
                .code(station.outlet), .instant(hour.hour), .code(station.enterprise), .code(station.region),
                .int(hour.frames), .int(hour.minutePeriods), hour.minuteStep.map { .int($0) } ?? .null,
                .int(hour.hasHourValue ? 1 : 0), .int(hour.resent), .int(hour.lowered),
                try hour.rewriting.map { .blob(try CanonicalJSON.bytes(of: $0)) } ?? .null,
                hour.drift.map { .integer($0) } ?? .null, .instant(hour.lastReceivedAt),
                .optionalText(hour.dialect),
            ])
    }

    /// The known hours of an outlet from `from` up to and without `to`, oldest first.
    static func hours(
        of outlet: OutletID, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [DeviceHour] {
        try access.rows(
            """
            SELECT \(columns) FROM devices_hour WHERE outlet_id = ?1 AND hour_ms >= ?2 AND hour_ms < ?3
            ORDER BY hour_ms
            """, [.code(outlet), .instant(from), .instant(to)]
        ).map(hour)
    }

    /// What is known of all hours of an outlet together: the first, the first with minutes, whether
    /// hours ever came, the last receipt.
    static func summary(
        of outlet: OutletID, in access: any ReadAccess
    ) throws -> (first: Instant?, firstMinutes: Instant?, hours: Bool, lastReceivedAt: Instant?) {
        let row = try access.row(
            """
            SELECT MIN(hour_ms) AS first, MIN(CASE WHEN minute_periods > 0 THEN hour_ms END) AS first_minutes,
              MAX(has_hour_value) AS hours, MAX(last_received_at_ms) AS last
            FROM devices_hour WHERE outlet_id = ?1 AND frames > 0
            """, [.code(outlet)])
        return (
            try row?.optional("first", Row.instant), try row?.optional("first_minutes", Row.instant),
            try row?.optional("hours", Row.int) ?? 0 > 0, try row?.optional("last", Row.instant)
        )
    }

    /// Every hour with its outlet.
    static func forEach(
        _ access: any ReadAccess, _ body: (OutletID, DeviceHour) throws -> Void
    ) throws {
        try access.forEachRow("SELECT outlet_id, \(columns) FROM devices_hour ORDER BY outlet_id, hour_ms", []) {
            try body($0.code("outlet_id"), hour($0))
        }
    }

    private static let columns = """
        hour_ms, frames, minute_periods, minute_step, has_hour_value, resent, lowered, rewriting, drift_ms, \
        last_received_at_ms, dialect
        """

    private static func hour(_ row: Row) throws -> DeviceHour {
        DeviceHour(
            hour: try row.instant("hour_ms"), frames: try row.int("frames"),
            minutePeriods: try row.int("minute_periods"), minuteStep: try row.optional("minute_step", Row.int),
            hasHourValue: try row.int("has_hour_value") == 1, resent: try row.int("resent"),
            lowered: try row.int("lowered"),
            rewriting: try row.optional("rewriting", Row.blob).map {
                try CanonicalJSON.value(Rewriting.self, from: $0)
            },
            drift: try row.optional("drift_ms", Row.int64),
            lastReceivedAt: try row.optional("last_received_at_ms", Row.instant),
            dialect: try row.optional("dialect", Row.text))
    }
}
