import Facts
import Kernel
import Persistence

/// How the tasks of all policies stood at the end of a month, as the journal told it then: what happens later changes
/// nothing of it.
struct TaskMonth: Sendable {
    /// A task that somebody answered for.
    struct Answered: Sendable {
        /// The unit that answered for it at the end of the month.
        let unit: String
        /// The light that was decided last, with the number of its fact; nil before the first.
        let light: (light: TaskLight, fact: Int64)?
        /// Whether the report on the month came in time, with the number of the fact that tells; nil where none came
        /// and none was due: a task that was fulfilled and accepted before that day owes none.
        let report: (isInTime: Bool, fact: Int64)?
    }

    let tasks: [Answered]

    /// What was told of a task until the end of the month.
    private struct Told {
        var record: TaskRecord
        var assigned: Int64 = 0
        var light: Int64 = 0
        /// The first report on the month, also one that came after its end.
        var reported: (at: Instant, fact: Int64)?
        /// What was told until the report on the month was due: whether one was owed is settled on that day.
        var untilDue: TaskRecord
    }

    init(of month: CivilMonth, _ desk: GovernanceDesk, at now: Instant, in access: any ReadAccess) throws {
        let due = desk.reportDue(of: month)
        var told: [TaskKey: Told] = [:]
        for entry in try Journal.entries(after: 0, kinds: TaskRecord.kinds, limit: .max, in: access) {
            guard let key = entry.subject.reference.flatMap({ TaskKey(reference: $0) }) else { continue }
            var task = told[key] ?? Told(record: TaskRecord(key: key), untilDue: TaskRecord(key: key))
            if task.reported == nil, let fact = try entry.fact(PolicyTaskReported.self),
                fact.month == month.description
            {
                task.reported = (entry.occurredAt, entry.sequence)
            }
            if entry.occurredAt < month.end {
                try task.record.take(entry)
                if entry.kind == PolicyTaskAssigned.kind { task.assigned = entry.sequence }
                if entry.kind == PolicyTaskLightChanged.kind { task.light = entry.sequence }
            }
            if entry.occurredAt < due { try task.untilDue.take(entry) }
            told[key] = task
        }
        tasks = try desk.shelf.all(in: access).flatMap { policy in
            policy.tasks.compactMap { task in
                told[TaskKey(policy: policy.meta.code, number: task.number)].flatMap {
                    Self.answered(task, $0, month, due: due, at: now)
                }
            }
        }
    }

    private static func answered(
        _ task: PolicyTask, _ told: Told, _ month: CivilMonth, due: Instant, at now: Instant
    ) -> Answered? {
        guard let assignment = told.record.assignment else { return nil }
        var report: (isInTime: Bool, fact: Int64)?
        if assignment.firstMonth <= month {
            if let reported = told.reported, reported.at < due {
                report = (true, reported.fact)
            } else if !told.untilDue.isFulfilled(task.kind, by: due, in: month.year) {
                if let reported = told.reported {
                    report = (false, reported.fact)
                } else if due <= now {
                    // Nothing came: what tells of it is who answered for it.
                    report = (false, told.assigned)
                }
            }
        }
        return Answered(
            unit: assignment.unit, light: told.record.light.map { ($0.light, told.light) }, report: report)
    }
}
