import Facts
import Kernel
import Persistence

/// Opens cases, takes steps, keeps the duty of each open case: every change with its fact in one transaction.
struct CaseDesk: Sendable {
    let journal: Journal
    let rules: ClosedLoopRules
    let entropy: any EntropySource

    /// Opens the case of an exceedance; one that was opened before stays as it is.
    func open(_ found: ExceedanceFound, entry: JournalEntry, in access: any WriteAccess) throws {
        guard try CaseStore.subject(of: found.episode, in: access) == nil,
            let enterprise = entry.subject.enterprise, let region = entry.subject.region
        else { return }
        let year = entry.recordedAt.civil.date.parts.year
        let number = try CaseStore.nextNumber(in: year, access)
        let subject = SupervisionCase(
            id: CaseID(checked: "\(year)-\(number.padded(4))"), number: number, year: year, episode: found.episode,
            outlet: found.outlet, enterprise: enterprise, region: region, pollutant: found.pollutant,
            extent: found.extent, isWithdrawn: false, openedAt: entry.recordedAt, state: .found,
            due: ClosedLoop.due(in: .found, from: entry.recordedAt, dates: nil, rules: rules), steps: [])
        try CaseStore.insert(subject, in: access)
        try journal.append(
            CaseOpened(caseID: subject.id, episode: found.episode, outlet: found.outlet, level: found.extent.level),
            about: factSubject(subject), by: .system("supervision"), occurredAt: entry.recordedAt, in: access)
        try assignDuty(of: subject, state: .found, since: subject.openedAt, due: subject.due, in: access)
    }

    /// Takes a step. Throws `CaseRefusal` when it may not be taken; nothing is changed then.
    func take(
        _ action: CaseAction, on id: CaseID, seenStep: Int, form: [String: String], by actor: Actor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        guard let subject = try CaseStore.subject(id, scope: actor.scope, in: access) else {
            throw CaseRefusal.notFound
        }
        let step = try ClosedLoop.take(
            action, on: subject, seenStep: seenStep, form: form, by: actor, at: now, rules: rules)
        try CaseStore.append(step, to: subject, in: access)
        try journal.append(
            CaseStepTaken(
                caseID: id, step: step.number, action: action.rawValue, from: step.from.rawValue,
                to: step.to.rawValue, form: form),
            about: factSubject(subject), by: .person(actor.person), occurredAt: now, in: access)
        try DutyBook.settle(reference: id.text, as: .done, at: now, journal: journal, in: access)
        try assignDuty(of: subject, state: step.to, since: now, due: step.due, in: access)
    }

    /// Notes that the exceedance behind a case changed, or no longer stands by itself (extent nil): because corrected
    /// values do not carry it, or because it has grown together with another. The same news twice is one.
    func noteEvidence(
        _ extent: ExceedanceExtent?, mergedInto heir: EpisodeID?, of episode: EpisodeID, in access: any WriteAccess
    ) throws {
        guard let subject = try CaseStore.subject(of: episode, in: access),
            subject.isWithdrawn != (extent == nil) || subject.mergedInto != heir
                || subject.extent != extent ?? subject.extent
        else { return }
        try CaseStore.updateEvidence(
            of: subject.id, extent: extent ?? subject.extent, isWithdrawn: extent == nil, mergedInto: heir, in: access)
        try journal.append(
            CaseEvidenceChanged(caseID: subject.id, extent: extent, mergedInto: heir), about: factSubject(subject),
            by: .system("supervision"), in: access)
    }

    private func assignDuty(
        of subject: SupervisionCase, state: CaseState, since: Instant, due: Instant?, in access: any WriteAccess
    ) throws {
        guard let passage = ClosedLoop.passage(from: state), let due else { return }
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "DU" + entropy.bytes(10).hex), kind: "supervision.\(passage.action.rawValue)",
                reference: subject.id.text, role: passage.role, enterprise: subject.enterprise,
                region: subject.region, since: since, due: due), in: access)
    }

    private func factSubject(_ subject: SupervisionCase) -> FactSubject {
        FactSubject(enterprise: subject.enterprise, region: subject.region, reference: subject.id.text)
    }
}
