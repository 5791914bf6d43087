import Facts
import HJ212
import Kernel
import Persistence

/// The rows of conversations: evidence, never removed.
enum ConversationStore {
    static func insert(_ record: ConversationRecord, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO devices_conversation (conversation_id, device_number, outlet_id, enterprise_id, region_code,
              command, parameters, link, asked_by, asked_name, reason, asked_at_ms, asked_day, state, tries,
              data_frames, deadline_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            """,
            [
                .code(record.id), .code(record.device), .code(record.outlet), .code(record.enterprise),
                .code(record.region), .text(record.command.kind.rawValue),
                .blob(try CanonicalJSON.bytes(of: record.command.parameters)), .text(record.link.rawValue),
                .text(record.askedBy.text), .text(record.askedName), .text(record.reason),
                .instant(record.askedAt), .date(record.askedAt.civil.date), .text(record.machine.state.rawValue),
                .int(record.machine.tries), .int(record.machine.dataFrames), .instant(record.machine.deadline),
            ])
    }

    /// A row that ended meanwhile: whoever wanted to go on with it looks again.
    struct EndedMeanwhile: Error {}

    /// Writes down where a conversation stands now.
    static func update(_ record: ConversationRecord, in access: any WriteAccess) throws {
        let changed = try access.execute(
            """
            UPDATE devices_conversation SET edition = ?2, state = ?3, request_number = ?4, tries = ?5,
              data_frames = ?6, deadline_ms = ?7, sent_at_ms = ?8, ended_at_ms = ?9, outcome = ?10, answer = ?11
            WHERE conversation_id = ?1 AND ended_at_ms IS NULL
            """,
            [
                .code(record.id), .optionalText(record.edition?.rawValue), .text(record.machine.state.rawValue),
                .optionalText(record.requestNumber?.text), .int(record.machine.tries),
                .int(record.machine.dataFrames), .instant(record.machine.deadline), .instant(record.sentAt),
                .instant(record.endedAt), .optionalText(record.machine.outcome?.rawValue),
                .optionalText(record.answer),
            ])
        guard changed == 1 else { throw EndedMeanwhile() }
    }

    static func record(
        _ id: ConversationID, scope: Scope, in access: any ReadAccess
    ) throws -> ConversationRecord? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(columns) FROM devices_conversation WHERE conversation_id = ?1 AND (\(condition.sql))",
            [.code(id)] + condition.arguments
        ).map(record)
    }

    /// Where a list goes on: behind this conversation.
    struct Place: Sendable, Equatable {
        let askedAt: Instant
        let id: ConversationID
    }

    /// The conversations of an outlet in sight, newest first.
    static func page(
        outlet: OutletID, scope: Scope, after place: Place?, limit: Int, in access: any ReadAccess
    ) throws -> [ConversationRecord] {
        let condition = ScopeCondition(scope, first: 5)
        return try access.rows(
            """
            SELECT \(columns) FROM devices_conversation
            WHERE outlet_id = ?1 AND (asked_at_ms < ?2 OR (asked_at_ms = ?2 AND conversation_id < ?3))
              AND (\(condition.sql))
            ORDER BY asked_at_ms DESC, conversation_id DESC LIMIT ?4
            """,
            [
                .code(outlet), .instant(place?.askedAt ?? Instant(milliseconds: .max)), .text(place?.id.text ?? ""),
                .int(limit),
            ] + condition.arguments
        ).map(record)
    }

    /// The newest conversations of these kinds with an outlet's logger, by whatever number. Whoever asks has seen that
    /// the outlet is in sight.
    static func newest(
        _ kinds: [RequestKind], outlet: OutletID, limit: Int, in access: any ReadAccess
    ) throws -> [ConversationRecord] {
        let places = kinds.indices.map { "?\($0 + 3)" }.joined(separator: ", ")
        return try access.rows(
            """
            SELECT \(columns) FROM devices_conversation WHERE outlet_id = ?1 AND command IN (\(places))
            ORDER BY asked_at_ms DESC, conversation_id DESC LIMIT ?2
            """, [.code(outlet), .int(limit)] + kinds.map { .text($0.rawValue) }
        ).map(record)
    }

    /// What is not over, in the order it was asked: all of it, for the one who runs conversations.
    static func unfinished(_ access: any ReadAccess) throws -> [ConversationRecord] {
        try access.rows(
            """
            SELECT \(columns) FROM devices_conversation WHERE state IN ('queued', 'sent', 'accepted', 'receiving')
            ORDER BY asked_at_ms, conversation_id
            """
        ).map(record)
    }

    static func forEach(_ access: any ReadAccess, _ body: (ConversationRecord) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM devices_conversation ORDER BY conversation_id", []) { row in
            try body(record(row))
        }
    }

    static func queuedCount(_ access: any ReadAccess) throws -> Int {
        try access.row("SELECT COUNT(*) AS number FROM devices_conversation WHERE state = 'queued'")?
            .int("number") ?? 0
    }

    /// What waits for one device, in the order it was asked.
    static func queued(for device: DeviceNumber, in access: any ReadAccess) throws -> [ConversationRecord] {
        try access.rows(
            """
            SELECT \(columns) FROM devices_conversation WHERE state = 'queued' AND device_number = ?1
            ORDER BY asked_at_ms, conversation_id
            """, [.code(device)]
        ).map(record)
    }

    /// A request of a kind that waits or runs for a device.
    static func unfinished(
        _ kind: RequestKind, of device: DeviceNumber, in access: any ReadAccess
    ) throws -> ConversationID? {
        try access.row(
            """
            SELECT conversation_id FROM devices_conversation
            WHERE device_number = ?1 AND command = ?2 AND state IN ('queued', 'sent', 'accepted', 'receiving') LIMIT 1
            """, [.code(device), .text(kind.rawValue)])?.code("conversation_id")
    }

    /// Whether something waits or runs for a device.
    static func isBusy(_ device: DeviceNumber, in access: any ReadAccess) throws -> Bool {
        try access.row(
            """
            SELECT conversation_id FROM devices_conversation
            WHERE device_number = ?1 AND state IN ('queued', 'sent', 'accepted', 'receiving') LIMIT 1
            """, [.code(device)]) != nil
    }

    /// How often a device was asked each kind of thing on a civil day. What never reached its line does not count.
    static func counts(
        of device: DeviceNumber, on day: CivilDate, in access: any ReadAccess
    ) throws -> [RequestKind: Int] {
        let rows = try access.rows(
            """
            SELECT command, COUNT(*) AS number FROM devices_conversation
            WHERE device_number = ?1 AND asked_day = ?2 AND state NOT IN ('superseded', 'expired')
            GROUP BY command
            """, [.code(device), .date(day)])
        return try rows.reduce(into: [:]) { $0[try $1.choice("command")] = try $1.int("number") }
    }

    /// How many history requests of a device brought data, and how many ended without any answer.
    static func historyRecord(
        of device: DeviceNumber, in access: any ReadAccess
    ) throws -> (answered: Int, silent: Int) {
        let row = try access.row(
            """
            SELECT COALESCE(SUM(CASE WHEN state = 'done' THEN 1 ELSE 0 END), 0) AS answered,
              COALESCE(SUM(CASE WHEN state IN ('unanswered', 'refused', 'failed') THEN 1 ELSE 0 END), 0) AS silent
            FROM devices_conversation
            WHERE device_number = ?1
              AND command IN ('history-minute', 'history-hour', 'history-day', 'history-run-time')
            """, [.code(device)])
        return (try row?.int("answered") ?? 0, try row?.int("silent") ?? 0)
    }

    /// The kind of line that the device was last asked over.
    static func newestLink(of device: DeviceNumber, in access: any ReadAccess) throws -> LinkType? {
        try access.row(
            """
            SELECT link FROM devices_conversation WHERE device_number = ?1 ORDER BY asked_at_ms DESC LIMIT 1
            """, [.code(device)]
        ).map { try $0.choice("link") }
    }

    private static let columns = """
        conversation_id, device_number, outlet_id, enterprise_id, region_code, command, parameters, link, edition, \
        asked_by, asked_name, reason, asked_at_ms, state, request_number, tries, data_frames, deadline_ms, \
        sent_at_ms, ended_at_ms, outcome, answer
        """

    private static func record(_ row: Row) throws -> ConversationRecord {
        let kind: RequestKind = try row.choice("command")
        let link: LinkType = try row.choice("link")
        return ConversationRecord(
            id: try row.code("conversation_id"), device: try row.code("device_number"),
            outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
            region: try row.code("region_code"),
            command: DeviceCommand(
                kind: kind, stored: try CanonicalJSON.value([String: String].self, from: row.blob("parameters"))),
            link: link, askedBy: FactAuthor(text: try row.text("asked_by")), askedName: try row.text("asked_name"),
            reason: try row.text("reason"), askedAt: try row.instant("asked_at_ms"),
            edition: try row.optional("edition", Row.choice),
            machine: Conversation(
                pattern: kind.trait.pattern, timing: link.timing, executionS: kind.executionS(over: link),
                state: try row.choice("state"), tries: try row.int("tries"),
                dataFrames: try row.int("data_frames"), deadline: try row.optional("deadline_ms", Row.instant),
                outcome: try row.optional("outcome", Row.choice)),
            requestNumber: try row.optional("request_number", Row.text).map { QN($0) },
            sentAt: try row.optional("sent_at_ms", Row.instant), endedAt: try row.optional("ended_at_ms", Row.instant),
            answer: try row.optional("answer", Row.text))
    }
}
