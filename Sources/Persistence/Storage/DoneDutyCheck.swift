import Facts
import Kernel

/// A duty is done by what somebody did, which is a fact of the same moment: when it was done cannot be moved.
enum DoneDutyCheck {
    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("duties were done when something was journalled")
        var done: [(id: DutyID, at: Instant?)] = []
        try DutyBook.forEachDuty(access) { duty in
            if duty.state == .done { done.append((duty.id, duty.settledAt)) }
        }
        var silent = Set(done.compactMap(\.at))
        try Journal.forEachEntry(access) { entry in
            // What was missed occurred when it was due, whatever happened then.
            if entry.kind != DutyMissed.kind { silent.remove(entry.occurredAt) }
            silent.remove(entry.recordedAt)
        }
        for duty in done {
            let isTold = duty.at.map { !silent.contains($0) } ?? false
            tally.examine(isTold ? nil : "duty \(duty.id) is noted as done at a moment at which nothing was journalled")
        }
        return tally.report
    }
}
