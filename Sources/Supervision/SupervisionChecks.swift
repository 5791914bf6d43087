import Facts
import Kernel
import Persistence

/// What Supervision knows must hold.
struct SupervisionChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        [try loop(access), try journalled(access), try duties(access), try exceedances(access)]
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

    /// Each case was opened by a fact, and each of its steps is the fact that was journalled when it was taken.
    private func journalled(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("cases and their steps are as they were journalled")
        try CaseStore.forEach(access) { subject in
            let entries = try Journal.timeline(of: subject.id.text, scope: .city, limit: .max, in: access)
            let isOpened = entries.contains { entry in
                let opened = try? entry.fact(CaseOpened.self)
                return opened?.episode == subject.episode && entry.occurredAt == subject.openedAt
            }
            tally.examine(isOpened ? nil : "case \(subject.id) was opened by no fact")
            var taken: [Int: JournalEntry] = [:]
            for entry in entries {
                if let fact = try? entry.fact(CaseStepTaken.self) { taken[fact.step] = entry }
            }
            for step in subject.steps {
                let agrees = taken[step.number].map { Self.tells($0, of: step, in: subject.id) } ?? false
                tally.examine(agrees ? nil : "case \(subject.id): step \(step.number) is not what was journalled")
            }
            if taken.count != subject.steps.count {
                tally.examine("case \(subject.id): \(taken.count) steps were journalled, \(subject.steps.count) stand")
            }
        }
        return tally.report
    }

    private static func tells(_ entry: JournalEntry, of step: Step, in id: CaseID) -> Bool {
        let fact = CaseStepTaken(
            caseID: id, step: step.number, action: step.action.rawValue, from: step.from.rawValue,
            to: step.to.rawValue, form: step.form)
        let told = try? entry.fact(CaseStepTaken.self)
        return told == fact && entry.author == .person(step.actor) && entry.occurredAt == step.at
    }

    /// Each open case has exactly one open duty, that of its next step with its clock; a closed one has none.
    private func duties(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each open case has exactly one duty, each closed one none")
        var open: [String: [Duty]] = [:]
        try DutyBook.forEachDuty(access) { duty in
            guard duty.state == .open, duty.kind.hasPrefix("supervision.") else { return }
            open[duty.reference, default: []].append(duty)
        }
        try CaseStore.forEach(access) { subject in
            let duties = open.removeValue(forKey: subject.id.text) ?? []
            let passage = ClosedLoop.passage(from: subject.state)
            let agrees =
                duties.count == (passage == nil ? 0 : 1)
                && duties.allSatisfy { duty in
                    duty.kind == "supervision.\(passage?.action.rawValue ?? "")" && duty.role == passage?.role
                        && duty.due == subject.due
                }
            let found = duties.map { "\($0.kind) until \($0.due.civil.minuteText)" }
            tally.examine(agrees ? nil : "case \(subject.id) at \(subject.state) has duties \(found)")
        }
        for reference in open.keys.sorted() {
            tally.examine("a duty refers to case \(reference), which does not exist")
        }
        return tally.report
    }

    /// Up to the subscriber's cursor, each exceedance found has exactly one case.
    private func exceedances(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each exceedance found has exactly one case")
        let cursor = try JournalDelivery.cursor(of: "supervision.exceedances", in: access)
        try Journal.forEachEntry(access) { entry in
            guard entry.sequence <= cursor, entry.kind == ExceedanceFound.kind, entry.payload != nil else { return }
            let found = try? entry.fact(ExceedanceFound.self)
            let subject = try found.flatMap { try CaseStore.subject(of: $0.episode, in: access) }
            let name = found?.episode.text ?? "of entry \(entry.sequence)"
            tally.examine(subject == nil ? "exceedance \(name) has no case" : nil)
        }
        return tally.report
    }
}
