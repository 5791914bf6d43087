import Facts
import Kernel
import Persistence

/// Records of checks on site: the second officer owes each an answer, beside the way of the case.
extension CaseDesk {
    /// Gives the second officer of a record the duty to answer it; nothing for another step.
    func oweAnswer(to step: Step, of subject: SupervisionCase, in access: any WriteAccess) throws {
        guard step.form[RecordAnswer.dueField] != nil else { return }
        let role = step.form[RecordAnswer.roleField].flatMap(Role.init) ?? .branchOfficer
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "DU" + entropy.bytes(10).hex), kind: RecordAnswer.dutyKind,
                reference: RecordAnswer.reference(step.number, of: subject.id), role: role,
                enterprise: subject.enterprise, region: subject.region, since: step.at,
                due: rules.recordTerm.due(from: step.at, on: rules.calendar)), in: access)
    }

    /// Takes an answer to the record of a step. Throws `CaseRefusal` or `RecordRefusal`; nothing is changed then.
    func answerRecord(
        of number: Int, in id: CaseID, form: [String: String], by actor: Actor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard let subject = try CaseStore.subject(id, scope: actor.scope, in: access),
            let step = subject.steps.first(where: { $0.number == number }), let companion = step.companion
        else { throw CaseRefusal.notFound }
        let answer = try RecordAnswer.answer(
            form, to: step, known: try RecordAnswerStore.answers(of: id, in: access)[number], by: actor,
            officers: try officers.officers(of: subject.region, in: access), at: now)
        try RecordAnswerStore.insert(answer, of: id, in: access)
        try journal.append(
            RecordAnswered(
                caseID: id, step: number, officer: companion, answer: answer.verdict.rawValue, words: answer.words,
                signed: answer.seal),
            about: factSubject(subject), by: .person(actor.person), occurredAt: now, in: access)
        try DutyBook.settle(
            reference: RecordAnswer.reference(number, of: id), as: .done, at: now, journal: journal, in: access)
    }
}
