import Facts
import Kernel
import Persistence

/// What was said about tasks.
enum TaskStore {
    /// Makes room for a task's rows.
    static func touch(_ key: TaskKey, in access: any WriteAccess) throws {
        try access.execute(
            "INSERT INTO governance_task (policy, task) VALUES (?1, ?2) ON CONFLICT DO NOTHING", key.arguments)
    }

    static func assign(_ key: TaskKey, _ assignment: TaskRecord.Assignment, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE governance_task SET unit = ?3, person_id = ?4, first_month = ?5 WHERE policy = ?1 AND task = ?2",
            key.arguments + [
                .text(assignment.unit), .code(assignment.person), .text(assignment.firstMonth.description),
            ])
        // Whatever the office was asked for is decided with it.
        try access.execute("DELETE FROM governance_takeover WHERE policy = ?1 AND task = ?2", key.arguments)
    }

    static func setLight(_ key: TaskKey, _ light: TaskRecord.Light, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE governance_task SET light = ?3, light_reason = ?4, light_decision = ?5
            WHERE policy = ?1 AND task = ?2
            """,
            key.arguments + [
                .text(light.light.rawValue), .text(light.reason.rawValue), .code(light.decision),
            ])
    }

    /// The day on which a milestone was set, by the journal; nil where it does not tell.
    static func day(
        settingMilestone number: Int, of key: TaskKey, in access: any ReadAccess
    ) throws -> CivilDate? {
        try Journal.entries(after: 0, kinds: [PolicyMilestoneSet.kind], limit: .max, in: access).first { entry in
            try entry.subject.reference == key.reference && entry.fact(PolicyMilestoneSet.self)?.milestone == number
        }?.occurredAt.civil.date
    }

    static func insert(_ milestone: TaskRecord.Milestone, of key: TaskKey, in access: any WriteAccess) throws {
        try access.execute(
            "INSERT INTO governance_milestone (policy, task, milestone, title, due) VALUES (?1, ?2, ?3, ?4, ?5)",
            key.arguments + [.int(milestone.number), .text(milestone.title), .date(milestone.due)])
    }

    static func reach(
        _ milestone: Int, of key: TaskKey, on day: CivilDate, evidence: String, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            UPDATE governance_milestone SET reached_on = ?4, evidence = ?5
            WHERE policy = ?1 AND task = ?2 AND milestone = ?3
            """, key.arguments + [.int(milestone), .date(day), .text(evidence)])
    }

    static func insert(_ report: TaskReport, of key: TaskKey, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_report
              (policy, task, month, attempt, unit, standing, progress, evidence, author, filed_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """,
            key.arguments + [
                .text(report.month.description), .int(report.attempt), .text(report.unit),
                .text(report.standing.rawValue), .text(report.progress), .text(report.evidence),
                .text(report.author), .instant(report.filedAt),
            ])
    }

    static func review(
        _ report: TaskReport, of key: TaskKey, _ review: TaskReport.Review, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            UPDATE governance_report SET verdict = ?5, note = ?6, reviewer = ?7, reviewed_at_ms = ?8
            WHERE policy = ?1 AND task = ?2 AND month = ?3 AND attempt = ?4
            """,
            key.arguments + [
                .text(report.month.description), .int(report.attempt), .text(review.verdict.rawValue),
                .text(review.note), .text(review.author), .instant(review.at),
            ])
    }

    static func insert(
        _ extended: TaskRecord.Extension, number: Int, of key: TaskKey, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_extension (policy, task, number, deadline, document, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            key.arguments + [
                .int(number), .date(extended.deadline), .text(extended.document), .text(extended.reason),
            ])
    }

    /// The record of a task; an empty one before anything was said.
    static func record(of key: TaskKey, in access: any ReadAccess) throws -> TaskRecord {
        try records(of: key.policy, task: key.number, in: access)[key.number] ?? TaskRecord(key: key)
    }

    /// The records of a policy's tasks about which something was said, by number, as far as somebody sees the work.
    static func records(
        of policy: PolicyCode, task: Int? = nil, seen sight: BoardSight = .board, in access: any ReadAccess
    ) throws -> [Int: TaskRecord] {
        let arguments: [SQLValue] = [.code(policy), task.map { .int($0) } ?? .null]
        var records: [Int: TaskRecord] = [:]
        try access.forEachRow(
            """
            SELECT task, unit, person_id, first_month, light, light_reason, light_decision FROM governance_task
            WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) AND \(sight.condition) ORDER BY task
            """, arguments
        ) { row in
            let number = try row.int("task")
            var record = TaskRecord(key: TaskKey(policy: policy, number: number))
            record.assignment = try assignment(row)
            if let light: TaskLight = try row.optional("light", Row.choice) {
                record.light = .init(
                    light: light, reason: try row.choice("light_reason"), decision: try row.code("light_decision"))
            }
            records[number] = record
        }
        try fillMilestones(arguments, &records, access)
        try fillReports(arguments, &records, access)
        try fillShared(arguments, &records, access)
        try fillTargets(arguments, &records, access)
        try fillHandOvers(arguments, &records, access)
        for (task, piece) in try EvidenceRows.evidence(arguments, access) { records[task]?.evidence.append(piece) }
        for (task, finding) in try EvidenceRows.findings(arguments, access) {
            records[task]?.tolerances.append(finding)
        }
        try access.forEachRow(
            """
            SELECT task, deadline, document, reason FROM governance_extension
            WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) ORDER BY task, number
            """, arguments
        ) { row in
            records[try row.int("task")]?.extensions.append(
                .init(
                    deadline: try row.date("deadline"), document: try row.text("document"),
                    reason: try row.text("reason")))
        }
        return records
    }

    private static func assignment(_ row: Row) throws -> TaskRecord.Assignment? {
        guard let unit = try row.optional("unit", Row.text) else { return nil }
        return .init(unit: unit, person: try row.code("person_id"), firstMonth: try row.month("first_month"))
    }

    private static func fillMilestones(
        _ arguments: [SQLValue], _ records: inout [Int: TaskRecord], _ access: any ReadAccess
    ) throws {
        var found: [(Int, TaskRecord.Milestone)] = []
        try access.forEachRow(
            """
            SELECT task, milestone, title, due, reached_on, evidence FROM governance_milestone
            WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) ORDER BY task, milestone
            """, arguments
        ) { row in
            found.append(
                (
                    try row.int("task"),
                    .init(
                        number: try row.int("milestone"), title: try row.text("title"), due: try row.date("due"),
                        reachedOn: try row.optional("reached_on", Row.date),
                        evidence: try row.optional("evidence", Row.text))
                ))
        }
        for (task, milestone) in found { records[task]?.milestones.append(milestone) }
    }

    private static func fillReports(
        _ arguments: [SQLValue], _ records: inout [Int: TaskRecord], _ access: any ReadAccess
    ) throws {
        var found: [(Int, TaskReport)] = []
        try access.forEachRow(
            """
            SELECT task, month, attempt, unit, standing, progress, evidence, author, filed_at_ms, verdict, note,
              reviewer, reviewed_at_ms
            FROM governance_report WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) ORDER BY task, month, attempt
            """, arguments
        ) { row in
            let verdict: ReviewVerdict? = try row.optional("verdict", Row.choice)
            let review = try verdict.map { verdict in
                TaskReport.Review(
                    verdict: verdict, note: try row.text("note"), author: try row.text("reviewer"),
                    at: try row.instant("reviewed_at_ms"))
            }
            found.append(
                (
                    try row.int("task"),
                    TaskReport(
                        month: try row.month("month"), attempt: try row.int("attempt"), unit: try row.text("unit"),
                        standing: try row.choice("standing"), progress: try row.text("progress"),
                        evidence: try row.text("evidence"), author: try row.text("author"),
                        filedAt: try row.instant("filed_at_ms"), review: review)
                ))
        }
        for (task, report) in found { records[task]?.reports.append(report) }
    }
}

extension TaskKey {
    /// `?1` and `?2` of every statement about a task.
    fileprivate var arguments: [SQLValue] { [.code(policy), .int(number)] }
}
