import Facts
import Kernel
import Web

extension CasePage {
    /// The clock of the present state, the form of the duty for whoever may take it, and what else may be done.
    func nextView(_ language: Language) -> [String: Any] {
        let actions = ClosedLoop.openActions(of: subject, by: actor.role, at: now)
        guard let duty = ClosedLoop.duty(of: subject), let due = subject.due else {
            return ["isClosed": subject.state == .closed, "isOpen": false, "hasSidelines": false]
        }
        let clock = rules.clock(of: duty.action)
        let isLate = now > due
        // Days of a year without a published holiday notice are counted by weekends only.
        let isCountedOnDesign = clock.term.unit.countsDays && !rules.calendar.isAnnounced(due.civil.date)
        let certainty = isCountedOnDesign ? Certainty.designValue : clock.certainty
        let warned = ClosedLoop.warning(in: subject.state, from: subject.since, rules: rules)
        let warning = duty.action == ClosedLoop.stand(of: subject.state)?.duty ? clock.warning : nil
        let isOwner = actions.contains(duty.action)
        // Nothing is offered that the desk would refuse: the reason stands where the form would.
        let waitsUntil = ClosedLoop.waits(duty.action, on: subject, rules: rules)
        let mayAct = isOwner && waitsUntil == nil
        let others = actions.filter { $0 != duty.action }
        return [
            "isClosed": false,
            "isOpen": true,
            "nextAction": duty.action.phrase(language),
            "nextRole": duty.role.phrase(language),
            "due": due.termText,
            "dueTag": isLate ? "late" : "open",
            "dueWord": (isLate ? Phrase("已超时", "overdue") : Phrase("时限内", "in time"))(language),
            "basis": clock.basis(language),
            "certainty": certainty.phrase(language),
            "isUncertain": certainty != .verified,
            "hasWarning": warning != nil,
            "warning": warning?.basis(language) ?? "",
            "warnsAt": warned?.civil.minuteText ?? "",
            "warningTag": warned.map { now > $0 } ?? false ? "late" : "open",
            "warningWord": (warned.map { now > $0 } ?? false ? Phrase("已过", "passed") : Phrase("未到", "ahead"))(
                language),
            "isHandedUp": subject.isOvertime && !subject.isWithdrawn && duty.role != usualRole,
            "mayAct": mayAct,
            "waits": isOwner && waitsUntil != nil,
            "waitsUntil": waitsUntil?.termText ?? "",
            "isOthers": !isOwner,
            "form": mayAct ? stepForm(of: duty.action).view(language) : [String: Any](),
            "hasSidelines": !others.isEmpty,
            "sidelines": others.map { action in
                ["href": "/cases/\(subject.id)/\(action.rawValue)", "word": action.phrase(language)]
            },
        ]
    }

    private var usualRole: Role? {
        ClosedLoop.stand(of: subject.state).map { ClosedLoop.role(of: $0.owner, on: subject) }
    }

    private func stepForm(of action: CaseAction) -> StepForm {
        StepForm(
            action: action, subject: subject, officers: officers, windows: windows, actor: actor, now: now,
            refused: refused)
    }
}
