import Kernel
import Persistence

/// Who did what when from where. Lines are appended; no statement changes one.
enum EventStore {
    static func append(_ event: AccessEvent, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO access_event (number, at_ms, person_id, way, address, path, status)
            SELECT COALESCE(MAX(number), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6 FROM access_event
            """,
            [
                .instant(event.at), .code(event.person), .text(event.way.rawValue), .text(event.address),
                .text(event.path), .int(event.status),
            ])
    }

    /// What a filter lets through, newest first.
    static func events(_ filter: AuditFilter, in access: any ReadAccess) throws -> [AccessEvent] {
        try access.rows(
            """
            SELECT number, at_ms, person_id, way, address, path, status FROM access_event
            WHERE number < ?1 AND (?2 IS NULL OR person_id = ?2) AND (?3 IS NULL OR substr(path, 1, length(?3)) = ?3)
              AND at_ms >= ?4 AND at_ms < ?5
            ORDER BY number DESC LIMIT ?6
            """,
            [
                .integer(filter.before ?? .max), .code(filter.person), .optionalText(filter.beginning),
                .integer(filter.from.map { Instant(startOf: $0).milliseconds } ?? .min),
                .integer(filter.until.map { Instant(startOf: $0.adding(days: 1)).milliseconds } ?? .max),
                .int(filter.limit),
            ]
        ).map { row in
            AccessEvent(
                number: try row.int64("number"), at: try row.instant("at_ms"),
                person: try row.optional("person_id", Row.code), way: try row.choice("way"),
                address: try row.text("address"), path: try row.text("path"), status: try row.int("status"))
        }
    }
}
