import Facts
import Kernel
import Persistence

extension TaskStore {
    static func insert(
        _ contribution: TaskRecord.Contribution, of key: TaskKey, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_contribution (policy, task, number, month, unit, text, evidence, author, filed_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            [
                .code(key.policy), .int(key.number), .int(contribution.number), .month(contribution.month),
                .text(contribution.unit), .text(contribution.text), .text(contribution.evidence),
                .text(contribution.author), .instant(contribution.filedAt),
            ])
    }

    /// Keeps what the office is asked for, in the place of what it was asked for before.
    static func ask(_ takeover: TaskRecord.Takeover, of key: TaskKey, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_takeover (policy, task, unit, person_id, author, asked_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (policy, task) DO UPDATE SET unit = ?3, person_id = ?4, author = ?5, asked_at_ms = ?6
            """,
            [
                .code(key.policy), .int(key.number), .text(takeover.unit), .code(takeover.person),
                .text(takeover.author), .instant(takeover.at),
            ])
    }

    /// Keeps a counter-decision, and lets the rows say what counts from now on.
    static func take(back taken: TaskRecord.TakenBack, of key: TaskKey, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_taken_back
              (policy, task, number, act, target, document, reason, author, taken_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            [
                .code(key.policy), .int(key.number), .int(taken.number), .text(taken.act.sort.rawValue),
                .text(taken.act.target), .text(taken.document), .text(taken.reason), .text(taken.author),
                .instant(taken.at),
            ])
        switch taken.act {
        case .extension, .setting: break
        case .milestone(let number):
            try access.execute(
                """
                UPDATE governance_milestone SET reached_on = NULL, evidence = NULL
                WHERE policy = ?1 AND task = ?2 AND milestone = ?3
                """, [.code(key.policy), .int(key.number), .int(number)])
        case .acceptance(let month):
            try access.execute(
                """
                UPDATE governance_report SET verdict = NULL, note = NULL, reviewer = NULL, reviewed_at_ms = NULL
                WHERE policy = ?1 AND task = ?2 AND month = ?3 AND verdict = 'accepted'
                """, [.code(key.policy), .int(key.number), .month(month)])
        }
    }

    /// An act that this program would not have stored.
    private struct NoAct: Error {}

    static func fillShared(
        _ arguments: [SQLValue], _ records: inout [Int: TaskRecord], _ access: any ReadAccess
    ) throws {
        let contributions = try access.rows(
            """
            SELECT task, number, month, unit, text, evidence, author, filed_at_ms FROM governance_contribution
            WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) ORDER BY task, number
            """, arguments)
        for row in contributions {
            records[try row.int("task")]?.contributions.append(
                .init(
                    number: try row.int("number"), month: try row.month("month"), unit: try row.text("unit"),
                    text: try row.text("text"), evidence: try row.text("evidence"), author: try row.text("author"),
                    filedAt: try row.instant("filed_at_ms")))
        }
        let takeovers = try access.rows(
            """
            SELECT task, unit, person_id, author, asked_at_ms FROM governance_takeover
            WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) ORDER BY task
            """, arguments)
        for row in takeovers {
            records[try row.int("task")]?.takeover = .init(
                unit: try row.text("unit"), person: try row.code("person_id"), author: try row.text("author"),
                at: try row.instant("asked_at_ms"))
        }
        let taken = try access.rows(
            """
            SELECT task, number, act, target, document, reason, author, taken_at_ms FROM governance_taken_back
            WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) ORDER BY task, number
            """, arguments)
        for row in taken {
            guard let act = CounteredAct(try row.choice("act"), try row.text("target")) else { throw NoAct() }
            // The rows of milestones and reports say already what counts.
            records[try row.int("task")]?.takenBack.append(
                .init(
                    number: try row.int("number"), act: act, document: try row.text("document"),
                    reason: try row.text("reason"), author: try row.text("author"),
                    at: try row.instant("taken_at_ms")))
        }
    }
}
