import Facts
import Kernel
import Persistence

/// The history of fields: derived from the journal in the transaction of each fact, and recounted by `verify`.
enum RegisterHistory {
    /// The name under which the entering of an entry stands among its fields.
    static let entered = ""

    /// Notes that a fact entered an entry.
    static func noteEntered(
        _ sequence: Int64, _ kind: RegisterKind, _ code: String, in access: any WriteAccess
    ) throws {
        try note(sequence, [.init(field: entered, from: nil, to: nil)], to: kind, code, in: access)
    }

    /// Notes what a fact did to an entry.
    static func note(
        _ sequence: Int64, _ changes: [RegisterEntryChanged.Change], to kind: RegisterKind, _ code: String,
        in access: any WriteAccess
    ) throws {
        guard let entry = try Journal.entry(sequence, in: access) else { return }
        for (order, change) in changes.enumerated() {
            try access.execute(
                """
                INSERT INTO registry_history (sequence, position, record, code, field, value_from, value_to, author,
                  at_ms, enterprise_id, region_code)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                """,
                [
                    .integer(sequence), .int(order), .text(kind.rawValue), .text(code), .text(change.field),
                    .optionalText(change.from), .optionalText(change.to), .text(entry.author.text),
                    .instant(entry.occurredAt), .code(entry.subject.enterprise), .code(entry.subject.region),
                ])
        }
    }

    /// The history of an entry, newest first and before a place; of one field if asked.
    static func lines(
        _ kind: RegisterKind, _ code: RegisterCode, field: String?, before: RegisterHistoryLine.Place?, scope: Scope,
        limit: Int, in access: any ReadAccess
    ) throws -> [RegisterHistoryLine] {
        let condition = ScopeCondition(scope, first: 7)
        return try access.rows(
            """
            SELECT \(columns) FROM registry_history
            WHERE record = ?1 AND code = ?2 AND (?3 IS NULL OR field = ?3)
              AND (sequence < ?4 OR (sequence = ?4 AND position > ?5)) AND (\(condition.sql))
            ORDER BY sequence DESC, position LIMIT ?6
            """,
            [
                .text(kind.rawValue), .code(code), .optionalText(field), .integer(before?.sequence ?? .max),
                .int(before?.position ?? 0), .int(limit),
            ] + condition.arguments
        ).map(line)
    }

    /// Every line in the order of the journal.
    static func forEach(_ access: any ReadAccess, _ body: (RegisterHistoryLine) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM registry_history ORDER BY sequence, position", []) {
            try body(line($0))
        }
    }

    private static let columns =
        "sequence, position, record, code, field, value_from, value_to, author, at_ms"

    private static func line(_ row: Row) throws -> RegisterHistoryLine {
        RegisterHistoryLine(
            place: RegisterHistoryLine.Place(sequence: try row.int64("sequence"), position: try row.int("position")),
            kind: try row.choice("record"), code: try row.code("code"), field: try row.text("field"),
            from: try row.optional("value_from", Row.text), to: try row.optional("value_to", Row.text),
            author: FactAuthor(text: try row.text("author")), at: try row.instant("at_ms"))
    }
}
