import Kernel
import Persistence

/// The gaps that were asked for again, and how often.
enum GapStore {
    struct Gap: Sendable, Equatable {
        let command: Int
        let from: Instant
        let to: Instant
        var tries: Int
        var triedAt: Instant
        var isGivenUp: Bool
    }

    static func gap(
        outlet: OutletID, command: Int, from: Instant, in access: any ReadAccess
    ) throws -> Gap? {
        try access.row(
            """
            SELECT \(columns) FROM devices_gap WHERE outlet_id = ?1 AND command = ?2 AND from_ms = ?3
            """, [.code(outlet), .int(command), .instant(from)]
        ).map(gap)
    }

    static func save(_ gap: Gap, of station: DeviceStation, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO devices_gap (outlet_id, command, from_ms, to_ms, tries, tried_at_ms, given_up, enterprise_id,
              region_code)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT (outlet_id, command, from_ms) DO UPDATE SET
              to_ms = excluded.to_ms, tries = excluded.tries, tried_at_ms = excluded.tried_at_ms,
              given_up = excluded.given_up
            """,
            [
                .code(station.outlet), .int(gap.command), .instant(gap.from), .instant(gap.to), .int(gap.tries),
                .instant(gap.triedAt), .int(gap.isGivenUp ? 1 : 0), .code(station.enterprise), .code(station.region),
            ])
    }

    /// The newest gaps of an outlet in sight that were asked for.
    static func newest(
        outlet: OutletID, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [Gap] {
        let condition = ScopeCondition(scope, first: 3)
        return try access.rows(
            """
            SELECT \(columns) FROM devices_gap WHERE outlet_id = ?1 AND (\(condition.sql))
            ORDER BY from_ms DESC, command LIMIT ?2
            """, [.code(outlet), .int(limit)] + condition.arguments
        ).map(gap)
    }

    private static let columns = "command, from_ms, to_ms, tries, tried_at_ms, given_up"

    private static func gap(_ row: Row) throws -> Gap {
        Gap(
            command: try row.int("command"), from: try row.instant("from_ms"), to: try row.instant("to_ms"),
            tries: try row.int("tries"), triedAt: try row.instant("tried_at_ms"),
            isGivenUp: try row.int("given_up") == 1)
    }
}
