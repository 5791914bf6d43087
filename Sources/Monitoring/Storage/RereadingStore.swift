import Kernel
import Persistence

/// The hours that a recorded mapping still has to be carried into, newest first.
enum RereadingStore {
    /// Hours of an outlet that wait to be read again.
    struct Rereading: Sendable, Equatable {
        let number: Int64
        let outlet: OutletID
        /// The device whose mapping it is; its station is judged.
        let device: DeviceNumber
        /// The first hour.
        let from: Instant
        /// The end of what is left; it moves towards `from`.
        let until: Instant
        /// How many hours there were at the beginning.
        let hoursAll: Int

        /// How many hours are left.
        var hoursLeft: Int { Int(until.milliseconds(since: from) / 3_600_000) }
    }

    static func insert(
        device: DeviceNumber, of station: Station, hours: Range<Instant>, hoursAll: Int, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO monitoring_rereading (rereading_no, outlet_id, from_ms, until_ms, hours_all, device_number,
              enterprise_id, region_code)
            SELECT COALESCE(MAX(rereading_no), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7 FROM monitoring_rereading
            """,
            [
                .code(station.outlet), .instant(hours.lowerBound), .instant(hours.upperBound), .int(hoursAll),
                .code(device), .code(station.enterprise), .code(station.region),
            ])
    }

    /// Moves the end of what is left; nothing left ends it.
    static func shrink(_ rereading: Rereading, to until: Instant, in access: any WriteAccess) throws {
        if until <= rereading.from {
            try access.execute(
                "DELETE FROM monitoring_rereading WHERE rereading_no = ?1", [.integer(rereading.number)])
        } else {
            try access.execute(
                "UPDATE monitoring_rereading SET until_ms = ?2 WHERE rereading_no = ?1",
                [.integer(rereading.number), .instant(until)])
        }
    }

    /// The oldest that waits.
    static func first(_ access: any ReadAccess) throws -> Rereading? {
        try access.row("SELECT \(columns) FROM monitoring_rereading ORDER BY rereading_no LIMIT 1").map(rereading)
    }

    /// Everything that waits.
    static func all(_ access: any ReadAccess) throws -> [Rereading] {
        try access.rows("SELECT \(columns) FROM monitoring_rereading ORDER BY rereading_no").map(rereading)
    }

    /// What waits at an outlet, as far as it is in sight.
    static func pending(
        outlet: OutletID, scope: Scope = .city, in access: any ReadAccess
    ) throws -> [Rereading] {
        let condition = ScopeCondition(scope, first: 2)
        return try access.rows(
            """
            SELECT \(columns) FROM monitoring_rereading WHERE outlet_id = ?1 AND (\(condition.sql))
            ORDER BY rereading_no
            """, [.code(outlet)] + condition.arguments
        ).map(rereading)
    }

    private static let columns = "rereading_no, outlet_id, device_number, from_ms, until_ms, hours_all"

    private static func rereading(_ row: Row) throws -> Rereading {
        Rereading(
            number: try row.int64("rereading_no"), outlet: try row.code("outlet_id"),
            device: try row.code("device_number"), from: try row.instant("from_ms"),
            until: try row.instant("until_ms"), hoursAll: try row.int("hours_all"))
    }
}
