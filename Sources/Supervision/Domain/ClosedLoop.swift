import Kernel

/// The closed loop as a table: which action leads from which state to which, who takes it, and what it says.
///
///     found ─warn→ warned ─answer→ answered ─accept→ accepted ─check→ checked
///           ─order→ ordered ─report→ reported ─recheck→ rechecked ─close→ closed
///
/// It is a straight line: every other pair of state and action is refused.
enum ClosedLoop {
    /// One line of the table.
    struct Passage: Sendable, Equatable {
        let from: CaseState
        let action: CaseAction
        let to: CaseState
        let role: Role
    }

    static let passages: [Passage] = [
        Passage(from: .found, action: .warn, to: .warned, role: .cityOfficer),
        Passage(from: .warned, action: .answer, to: .answered, role: .enterpriseManager),
        Passage(from: .answered, action: .accept, to: .accepted, role: .branchOfficer),
        Passage(from: .accepted, action: .check, to: .checked, role: .branchOfficer),
        Passage(from: .checked, action: .order, to: .ordered, role: .branchOfficer),
        Passage(from: .ordered, action: .report, to: .reported, role: .enterpriseManager),
        Passage(from: .reported, action: .recheck, to: .rechecked, role: .branchOfficer),
        Passage(from: .rechecked, action: .close, to: .closed, role: .cityOfficer),
    ]

    /// The passage that leads on from a state; nil at the end.
    static func passage(from state: CaseState) -> Passage? {
        passages.first { $0.from == state }
    }

    /// The passage of an action; every action has exactly one.
    static func passage(of action: CaseAction) -> Passage {
        guard let passage = passages.first(where: { $0.action == action }) else {
            preconditionFailure("the closed loop has no passage for \(action)")
        }
        return passage
    }

    /// Takes an action on a case: a pure function to the step it makes, or the refusal.
    ///
    /// The checks run in this order: role, the step the person saw, state, whether the outlet still exceeds, the form,
    /// two different people. The step comes before the state, so that whoever was overtaken is told so, and not that
    /// the action was wrong.
    static func take(
        _ action: CaseAction, on subject: SupervisionCase, seenStep: Int, form: [String: String], by actor: Actor,
        at now: Instant, rules: ClosedLoopRules
    ) throws(CaseRefusal) -> Step {
        let passage = passage(of: action)
        guard actor.role == passage.role else { throw .wrongRole(needed: passage.role) }
        guard seenStep == subject.steps.count else { throw .overtaken(state: subject.state) }
        guard subject.state == passage.from else { throw .wrongState(action: action, state: subject.state) }
        if action == .recheck || action == .close, !subject.isOver { throw .stillExceeding }
        let dates = try StepDates(of: action, in: form, on: subject, today: now.civil.date, rules: rules)
        if let companion = form["companion"], companion == actor.name { throw .companionIsSelf }
        if action == .close, subject.steps.last(where: { $0.action == .recheck })?.actor == actor.person {
            throw .sameOfficer
        }
        return Step(
            number: subject.steps.count + 1, action: action, from: passage.from, to: passage.to, actor: actor.person,
            actorName: actor.name, role: actor.role, at: now, form: form,
            due: due(in: passage.to, from: now, dates: dates, rules: rules))
    }

    /// When the clock of a state runs out; nil at the end of the loop.
    static func due(in state: CaseState, from now: Instant, dates: StepDates?, rules: ClosedLoopRules) -> Instant? {
        guard let next = passage(from: state) else { return nil }
        if state == .ordered, let rectifyBy = dates?.rectifyBy {
            return Instant(startOf: rectifyBy.adding(days: 1))
        }
        return rules.term(of: next.action).due(from: now, on: rules.calendar)
    }
}
