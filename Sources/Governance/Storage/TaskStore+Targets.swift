import Kernel
import Persistence

extension TaskStore {
    /// Keeps a target in the place of the one of the same year.
    static func set(_ target: TaskRecord.Target, of key: TaskKey, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_target (policy, task, year, unit, text, indicator, author, set_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ON CONFLICT (policy, task, year) DO UPDATE SET
              unit = ?4, text = ?5, indicator = ?6, author = ?7, set_at_ms = ?8, confirmed_by = NULL,
              confirmed_at_ms = NULL
            """,
            [
                .code(key.policy), .int(key.number), .int(target.year), .text(target.unit), .text(target.text),
                .optionalText(target.indicator?.text), .text(target.author), .instant(target.at),
            ])
    }

    static func confirm(
        _ year: Int, of key: TaskKey, _ confirmation: TaskRecord.Target.Confirmation, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            UPDATE governance_target SET confirmed_by = ?4, confirmed_at_ms = ?5
            WHERE policy = ?1 AND task = ?2 AND year = ?3
            """,
            [
                .code(key.policy), .int(key.number), .int(year), .text(confirmation.author),
                .instant(confirmation.at),
            ])
    }

    static func fillTargets(
        _ arguments: [SQLValue], _ records: inout [Int: TaskRecord], _ access: any ReadAccess
    ) throws {
        let rows = try access.rows(
            """
            SELECT task, year, unit, text, indicator, author, set_at_ms, confirmed_by, confirmed_at_ms
            FROM governance_target WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) ORDER BY task, year
            """, arguments)
        for row in rows {
            var target = TaskRecord.Target(
                year: try row.int("year"), unit: try row.text("unit"), text: try row.text("text"),
                indicator: try row.optional("indicator", Row.code), author: try row.text("author"),
                at: try row.instant("set_at_ms"))
            if let author = try row.optional("confirmed_by", Row.text) {
                target.confirmed = .init(author: author, at: try row.instant("confirmed_at_ms"))
            }
            records[try row.int("task")]?.targets.append(target)
        }
    }
}
