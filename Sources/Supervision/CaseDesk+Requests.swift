import Facts
import Kernel
import Persistence

/// Requests for more time: each owes its decision to one office, on a clock of its own.
extension CaseDesk {
    static let requestKind = "supervision.\(ClosedLoop.request.duty.rawValue)"

    /// Gives the decision on a case's request its duty when it comes to be owed, and ends it when it no longer is: it
    /// was decided, the enterprise reported instead, or no exceedance stands any more.
    ///
    /// - Returns: When the decision is due; nil when none is owed.
    func keepRequest(
        of id: CaseID, ending end: Duty.State, at now: Instant, in access: any WriteAccess
    ) throws -> Instant? {
        let subject = try stored(id, in: access)
        let isOwed = ClosedLoop.owesDecision(subject)
        guard isOwed != (subject.request != nil) else { return subject.request?.due }
        guard isOwed else {
            try CaseStore.setRequest(id, nil, in: access)
            try DutyBook.settle(
                reference: id.text, .only(Self.requestKind), as: end, at: now, journal: journal, in: access)
            return nil
        }
        let due = ClosedLoop.requestDue(from: now, rules: rules)
        try CaseStore.setRequest(id, ClosedLoop.RequestClock(due: due, isOvertime: false), in: access)
        try assignRequest(of: try stored(id, in: access), since: now, in: access)
        return due
    }

    /// Deals, once, with a request that was not decided in time: the level above owes the decision.
    func escalateRequest(of subject: SupervisionCase, at now: Instant, in access: any WriteAccess) throws {
        guard let clock = subject.request, clock.due < now, !clock.isOvertime,
            let above = ClosedLoop.above(ClosedLoop.role(of: ClosedLoop.request.owner, on: subject))
        else { return }
        try DutyBook.settle(
            reference: subject.id.text, .only(Self.requestKind), as: .lifted, at: now, journal: journal, in: access)
        let next = ClosedLoop.requestDue(from: now, rules: rules)
        try CaseStore.setRequest(subject.id, ClosedLoop.RequestClock(due: next, isOvertime: true), in: access)
        try assignRequest(of: try stored(subject.id, in: access), since: now, in: access)
        try journal.append(
            CaseEscalated(
                caseID: subject.id, state: subject.state.rawValue, due: clock.due, handedTo: above,
                level: subject.level, beside: ClosedLoop.request.duty.rawValue, decides: next),
            about: factSubject(subject), by: .system("supervision"), in: access)
    }

    private func assignRequest(of subject: SupervisionCase, since: Instant, in access: any WriteAccess) throws {
        guard let duty = ClosedLoop.requestDuty(of: subject) else { return }
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "DU" + entropy.bytes(10).hex), kind: Self.requestKind, reference: subject.id.text,
                role: duty.role, enterprise: subject.enterprise, region: subject.region, since: since, due: duty.due),
            in: access)
    }
}
