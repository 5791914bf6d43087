import Kernel
import Persistence

/// What loggers asked the platform for; a wish repeated counts up.
enum WishStore {
    struct Wish: Sendable, Equatable {
        /// The MN, or what an unregistered logger calls itself.
        let device: String
        let command: Int
        let firstAt: Instant
        let lastAt: Instant
        let times: Int
        let answer: String
    }

    /// Notes a wish and what became of it; tells whether that is news.
    static func note(
        _ command: Int, of station: DeviceStation, answer: String, at now: Instant, in access: any WriteAccess
    ) throws -> Bool {
        let before = try access.row(
            "SELECT answer FROM devices_wish WHERE device = ?1 AND command = ?2",
            [.code(station.device), .int(command)]
        ).map { try $0.text("answer") }
        try access.execute(
            """
            INSERT INTO devices_wish (device, command, first_at_ms, last_at_ms, times, answer, enterprise_id,
              region_code)
            VALUES (?1, ?2, ?3, ?3, 1, ?4, ?5, ?6)
            ON CONFLICT (device, command) DO UPDATE SET
              times = devices_wish.times + 1, last_at_ms = excluded.last_at_ms, answer = excluded.answer,
              enterprise_id = excluded.enterprise_id, region_code = excluded.region_code
            """,
            [
                .code(station.device), .int(command), .instant(now), .text(answer), .code(station.enterprise),
                .code(station.region),
            ])
        return before != answer
    }

    /// What a logger asked for, when it is in sight.
    static func wishes(of device: DeviceNumber, scope: Scope, in access: any ReadAccess) throws -> [Wish] {
        let condition = ScopeCondition(scope, first: 2)
        return try access.rows(
            """
            SELECT device, command, first_at_ms, last_at_ms, times, answer FROM devices_wish
            WHERE device = ?1 AND (\(condition.sql)) ORDER BY command
            """, [.code(device)] + condition.arguments
        ).map { row in
            Wish(
                device: try row.text("device"), command: try row.int("command"),
                firstAt: try row.instant("first_at_ms"), lastAt: try row.instant("last_at_ms"),
                times: try row.int("times"), answer: try row.text("answer"))
        }
    }
}
