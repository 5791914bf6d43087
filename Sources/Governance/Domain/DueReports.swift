import Facts
import Kernel

/// The monthly reports of a policy's tasks that are due: the one answer to what is overdue, and with whom.
///
/// A report is with the unit that answered for its month: whoever takes a task over owes what comes from then on.
struct DueReports: Sendable {
    /// A report that is due.
    struct Entry: Sendable, Equatable {
        let task: Int
        let month: CivilMonth
        /// The unit that answers for the month.
        let unit: String
        let due: Instant
        let isOverdue: Bool
    }

    /// The most urgent first.
    let entries: [Entry]

    /// - Parameters:
    ///   - duties: Duties about the policy's tasks, in whatever state and of whatever kind.
    ///   - records: What was said about the tasks, by number.
    init(of duties: [Duty], records: [Int: TaskRecord], at now: Instant) {
        entries = duties.compactMap { duty in
            guard duty.state == .open, duty.kind == GovernanceDutyKind.report.rawValue,
                let key = TaskKey(reference: duty.reference), let month = CivilMonth(String(duty.reference.suffix(7))),
                let unit = records[key.number]?.unit(of: month)
            else { return nil }
            return Entry(task: key.number, month: month, unit: unit, due: duty.due, isOverdue: duty.due < now)
        }.sorted { ($0.due, $0.task, $0.month) < ($1.due, $1.task, $1.month) }
    }

    var overdue: [Entry] { entries.filter(\.isOverdue) }

    /// How many reports each unit is late with; units without one are absent.
    var overdueByUnit: [String: Int] { Dictionary(overdue.map { ($0.unit, 1) }, uniquingKeysWith: +) }
}
