import Facts
import Kernel
import Persistence

extension GovernanceChecks {
    /// Reminders are as the journal tells, one of each duty.
    func reminders(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("reminders before a day are as the journal tells")
        var kept = try ReminderStore.all(in: access)
        for entry in try Journal.entries(after: 0, kinds: [PolicyDutyReminded.kind], limit: .max, in: access) {
            guard let fact = try entry.fact(PolicyDutyReminded.self) else { continue }
            let isKept = kept.removeValue(forKey: fact.duty) == Reminder(fact, at: entry.occurredAt)
            tally.examine(isKept ? nil : "the reminder of \(fact.duty) is not what the journal tells")
        }
        for duty in kept.keys.sorted() { tally.examine("the reminder of \(duty) was not journalled") }
        return [tally.report]
    }
}
