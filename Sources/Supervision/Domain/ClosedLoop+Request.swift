import Kernel

/// A request for more time: somebody owes its decision, beside the duty of the state.
extension ClosedLoop {
    /// The clock of the decision on a request.
    struct RequestClock: Sendable, Equatable {
        /// When the decision is due.
        let due: Instant
        /// Whether it was not made in time, so that the level above owes it.
        let isOvertime: Bool
    }

    /// Whether the decision on a request is owed: one is open, and an exceedance of the case stands.
    static func owesDecision(_ subject: SupervisionCase) -> Bool {
        subject.openRequest != nil && !subject.isWithdrawn
    }

    /// Who owes the decision on the open request, and until when; nil when none is owed.
    static func requestDuty(of subject: SupervisionCase) -> (action: CaseAction, role: Role, due: Instant)? {
        guard let clock = subject.request else { return nil }
        let usual = role(of: request.owner, on: subject)
        return (request.duty, clock.isOvertime ? above(usual) ?? usual : usual, clock.due)
    }

    /// When a decision that comes to be owed at a moment is due.
    static func requestDue(from now: Instant, rules: ClosedLoopRules) -> Instant {
        rules.clock(of: request.duty).term.due(from: now, on: rules.calendar)
    }
}
