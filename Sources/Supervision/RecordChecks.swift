import Facts
import Kernel
import Persistence

/// Records of checks on site: what second officers said of them is what was journalled, and each record that waits has
/// one duty.
enum RecordChecks {
    private struct Told {
        let fact: RecordAnswered
        let author: FactAuthor
        let at: Instant
    }

    /// Each answer is the fact that was journalled when it was given.
    static func answers(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("answers to records of checks on site are as they were journalled")
        var told: [String: Told] = [:]
        try Journal.forEachEntry(access) { entry in
            guard let fact = try? entry.fact(RecordAnswered.self) else { return }
            let place = RecordAnswer.reference(fact.step, of: fact.caseID)
            told[place] = Told(fact: fact, author: entry.author, at: entry.occurredAt)
        }
        try RecordAnswerStore.forEach(access) { id, answer in
            let place = RecordAnswer.reference(answer.step, of: id)
            guard let known = told.removeValue(forKey: place) else {
                return tally.examine("the answer to record \(place) was never journalled")
            }
            let fact = RecordAnswered(
                caseID: id, step: answer.step, officer: known.fact.officer, answer: answer.verdict.rawValue,
                words: answer.words, signed: answer.seal)
            let agrees = known.fact == fact && known.author == .person(answer.actor) && known.at == answer.at
            tally.examine(agrees ? nil : "the answer to record \(place) is not what was journalled")
        }
        for place in told.keys.sorted() { tally.examine("the answer to record \(place) was journalled and is missing") }
        return tally.report
    }

    /// Each record that waits for an answer has one duty with its clock and its owner, each other one none.
    static func duties(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("each record that waits for its second officer has exactly one duty")
        var open: [String: [Duty]] = [:]
        try DutyBook.forEachDuty(access) { duty in
            guard duty.state == .open, duty.kind == RecordAnswer.dutyKind else { return }
            open[duty.reference, default: []].append(duty)
        }
        try CaseStore.forEach(access) { subject in
            let answers = try RecordAnswerStore.answers(of: subject.id, in: access)
            for step in subject.steps {
                guard let due = step.form[RecordAnswer.dueField] else { continue }
                let place = RecordAnswer.reference(step.number, of: subject.id)
                let duties = open.removeValue(forKey: place) ?? []
                let agrees =
                    duties.count == (answers[step.number] == nil ? 1 : 0)
                    && duties.allSatisfy { duty in
                        duty.due.termText == due && duty.role.rawValue == step.form[RecordAnswer.roleField]
                            && duty.region == subject.region && duty.since == step.at
                    }
                tally.examine(agrees ? nil : "record \(place) has duties of \(duties.map(\.role.rawValue))")
            }
        }
        for reference in open.keys.sorted() { tally.examine("a duty refers to record \(reference), which owes none") }
        return tally.report
    }
}
