import Facts
import Kernel
import Web

extension CasePage {
    /// What may be done now. Values are refused where something went because they were sent again.
    var offered: [CaseAction] {
        ClosedLoop.openActions(of: subject, by: actor.role, at: now).filter { $0 != .refuseData || isRefusable }
    }

    /// The clock of the present state, the form of the duty for whoever may take it, and what else may be done.
    func nextView(_ language: Language) -> [String: Any] {
        let actions = offered
        guard let duty = ClosedLoop.duty(of: subject), let due = subject.due else {
            return ["isClosed": subject.state == .closed, "isOpen": false, "hasSidelines": false, "hasRequest": false]
        }
        let clock = rules.clock(of: duty.action)
        let isLate = now > due
        let caution = rules.calendar.unannouncedYear(until: due).map(WorkingDayCalendar.caution)
        let since = subject.state == .repairing ? subject.faultAt ?? subject.since : subject.since
        let warned = ClosedLoop.warning(in: subject.state, from: since, rules: rules)
        let warning = duty.action == ClosedLoop.stand(of: subject)?.duty ? clock.warning : nil
        let isOwner = actions.contains(duty.action)
        // Nothing is offered that the desk would refuse: the reason stands where the form would.
        let waitsUntil = ClosedLoop.waits(duty.action, on: subject, marked: marked, rules: rules)
        let mayAct = isOwner && waitsUntil == nil
        let others = actions.filter { $0 != duty.action && $0 != ClosedLoop.request.duty }
        let view: [String: Any] = [
            "isClosed": false,
            "isOpen": true,
            "nextAction": duty.action.phrase(language),
            "nextRole": duty.role.phrase(language),
            "due": due.termText,
            "dueTag": isLate ? "late" : "open",
            "dueWord": (isLate ? Phrase("已超时", "overdue") : Phrase("时限内", "in time"))(language),
            "basis": clock.basis(language),
            "certainty": clock.certainty.phrase(language),
            "isUncertain": clock.certainty != .verified,
            "hasCaution": caution != nil,
            "caution": caution?(language) ?? "",
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
        return view.merging(requestView(actions, language)) { $1 }
    }

    /// From when the order counts, and until when it is re-checked; nothing before an order and after the re-check.
    func serviceView(_ language: Language) -> [String: Any] {
        if subject.isWithdrawn, !hasGrownTogether, let ending = OrderEnding(of: subject) {
            return [
                "hasOrder": false, "hasOrderEnd": true, "orderWord": CaseDocument.Kind.rectification.phrase(language),
                "orderEnd": ending.waiting(because: news.last { $0.isGone }?.goneBy)(language),
            ]
        }
        guard [.ordered, .reported].contains(subject.state), let from = subject.orderCountsFrom,
            let recheckBy = ClosedLoop.recheckBy(of: subject, rules: rules)
        else { return ["hasOrder": false, "hasOrderEnd": false] }
        return [
            "hasOrder": true,
            "hasOrderEnd": false,
            "isServed": subject.service != nil,
            "isUnserved": subject.owesService,
            "countsFrom": from.description,
            "serviceWay": subject.service?.way?.phrase(language) ?? "–",
            "serviceProof": subject.service.map { "/cases/\(subject.id)/evidence/\($0.proof)" } ?? "",
            "recheckBy": recheckBy.termText,
        ]
    }

    /// The request for more time that waits for its decision, and who owes it until when.
    private func requestView(_ actions: [CaseAction], _ language: Language) -> [String: Any] {
        guard let asked = subject.openRequest else { return ["hasRequest": false] }
        var view: [String: Any] = [
            "hasRequest": true,
            "request": CaseForm.lines(of: asked, language),
            "requestedAt": asked.at.civil.minuteText,
            "requestedBy": "\(asked.actorName) · \(asked.role.phrase(language))",
            "mayDecide": actions.contains(ClosedLoop.request.duty),
            "isOwed": false,
        ]
        guard let owed = ClosedLoop.requestDuty(of: subject) else { return view }
        let (clock, isLate) = (rules.clock(of: owed.action), now > owed.due)
        view["isOwed"] = true
        view["decider"] = owed.role.phrase(language)
        view["isRequestHandedUp"] = subject.request?.isOvertime == true
        view["decideBy"] = owed.due.termText
        view["decideTag"] = isLate ? "late" : "open"
        view["decideWord"] = (isLate ? Phrase("已超时", "overdue") : Phrase("时限内", "in time"))(language)
        view["decideBasis"] = clock.basis(language)
        view["decideCertainty"] = clock.certainty.phrase(language)
        return view
    }

    /// What was typed into a form that is no longer open, and why it was refused.
    func unsentView(_ language: Language) -> [String: Any] {
        guard let unsent, let refused else { return ["hasUnsent": false] }
        let lines = CaseForm.lines(of: unsent, typed: refused.typed, windows: windows, language)
        return [
            "hasUnsent": true,
            "unsentProblems": refused.told(language),
            "hasTyped": !lines.isEmpty,
            "typed": lines,
        ]
    }

    private var usualRole: Role? {
        ClosedLoop.stand(of: subject).map { ClosedLoop.role(of: $0.owner, on: subject) }
    }

    /// The form of an action on this case.
    func stepForm(of action: CaseAction) -> StepForm {
        StepForm(
            action: action, subject: subject, officers: officers, windows: claimable ?? windows, files: files,
            marked: marked, replaced: replaced, answers: answers, site: place.outletTitle,
            article: rules.proposedArticle(of: subject, limit: evidence?.ground), actor: actor,
            now: now, refused: unsent == nil ? refused : nil)
    }
}
