import Facts
import Kernel
import Persistence

/// What Supervision knows must hold.
struct SupervisionChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        [try loop(access), try duties(access), try exceedances(access)]
    }

    /// Each case's state is where its steps lead.
    private func loop(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("cases stand where their steps lead")
        try CaseStore.forEach(access) { subject in
            var state = CaseState.found
            var difference: String?
            for (index, step) in subject.steps.enumerated() {
                let passage = ClosedLoop.passage(of: step.action)
                if step.number != index + 1 || step.from != state || step.from != passage.from
                    || step.to != passage.to || step.role != passage.role
                {
                    difference = difference ?? "case \(subject.id): step \(step.number) does not follow the loop"
                }
                state = step.to
            }
            if state != subject.state { difference = "case \(subject.id): stands at \(subject.state), not \(state)" }
            tally.examine(difference)
        }
        return tally.report
    }

    /// Each open case has exactly one open duty, that of its next step; a closed one has none.
    private func duties(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each open case has exactly one duty, each closed one none")
        var open: [String: [Duty]] = [:]
        try DutyBook.forEachDuty(access) { duty in
            if duty.state == .open, duty.kind.hasPrefix("supervision.") { open[duty.reference, default: []].append(duty) }
        }
        try CaseStore.forEach(access) { subject in
            let duties = open.removeValue(forKey: subject.id.text) ?? []
            let expected = ClosedLoop.passage(from: subject.state).map { "supervision.\($0.action.rawValue)" }
            let found = duties.map(\.kind)
            tally.examine(
                found == (expected.map { [$0] } ?? [])
                    ? nil : "case \(subject.id) at \(subject.state) has duties \(found)")
        }
        for reference in open.keys.sorted() { tally.examine("a duty refers to case \(reference), which does not exist") }
        return tally.report
    }

    /// Up to the subscriber's cursor, each exceedance found has exactly one case.
    private func exceedances(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each exceedance found has exactly one case")
        let cursor = try JournalDelivery.cursor(of: "supervision.exceedances", in: access)
        try Journal.forEachEntry(access) { entry in
            guard entry.sequence <= cursor, let found = try entry.fact(ExceedanceFound.self) else { return }
            let subject = try CaseStore.subject(of: found.episode, in: access)
            tally.examine(subject == nil ? "exceedance \(found.episode) has no case" : nil)
        }
        return tally.report
    }
}
