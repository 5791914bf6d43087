import Facts
import Kernel
import Web

extension StatePage {
    /// The clock of the stage, the forms for whoever may act.
    func dutyView(_ language: Language) -> [String: Any] {
        let actions = StateCourse.openActions(of: episode, by: actor.role)
        let stand = StateCourse.stand(of: episode.stage)
        let clock = stand.flatMap { rules.clocks[$0.duty] }
        let isLate = episode.due.map { $0 < now } ?? false
        let caution = episode.due.flatMap(rules.calendar.unannouncedYear).map(WorkingDayCalendar.caution)
        let certainty = [clock?.certainty.phrase, caution].compactMap { $0?(language) }
        return [
            "hasDuty": stand != nil,
            "duty": stand.map { StateWords.name(of: $0.duty)(language) } ?? "",
            "dutyRole": stand?.duty.role.phrase(language) ?? "",
            "due": episode.due?.termText ?? "",
            "dueTag": isLate ? "late" : "open",
            "dueWord": (isLate ? Phrase("已超时", "overdue") : Phrase("时限内", "in time"))(language),
            "clockBasis": clock?.basis(language) ?? "",
            "clockCertainty": certainty.joined(separator: language == .chinese ? "；" : "; "),
            "mayAct": !actions.isEmpty,
            "forms": actions.map { form(of: $0, language) },
        ]
    }

    private func form(of action: StateAction, _ language: Language) -> [String: Any] {
        let days = StateForm.askedFields(of: action).filter { $0.kind == .date }.map(\.name)
        let suggested = Dictionary(
            days.map { ($0, (action == .reportRepair ? now : episode.extent.firstHour).civil.date.description) },
            uniquingKeysWith: { first, _ in first })
        return [
            "isOther": StateCourse.stand(of: episode.stage)?.duty != action,
            "heading": StateWords.name(of: action)(language),
            "form": FormView.view(
                language, action: "/states/\(episode.id)/\(action.rawValue)", fields: StateForm.fields(of: action),
                submit: StateWords.name(of: action), values: suggested,
                refused: refused?.action == action ? refused?.form : nil,
                hidden: [StateForm.seenStep: String(episode.steps.count)]),
        ]
    }

    /// What happened, in order.
    func courseView(_ language: Language) -> [[String: Any]] {
        course.compactMap { entry in
            guard let (what, taken) = sentence(of: entry) else { return nil }
            var line: [String: Any] = [
                "at": entry.occurredAt.civil.minuteText, "what": what(language),
                "fields": [[String: String]](), "receipt": false,
            ]
            guard let step = taken else { return line }
            line["fields"] = StateForm.lines(of: step, language)
            line["receipt"] = [
                "who": "\(step.personName) · \(step.role.phrase(language))",
                "href": "/states/\(episode.id)/receipts/\(step.number)",
                "receiptNumber": StateReceiptPage.number(of: step, on: episode),
            ]
            return line
        }
    }

    private func sentence(of entry: JournalEntry) -> (Phrase, StateStep?)? {
        if (try? entry.fact(StateEpisodeFound.self)) != nil { return (Phrase("发现", "found"), nil) }
        if (try? entry.fact(StateEpisodeChanged.self)) != nil {
            return (Phrase("数据变化，重新判定", "values changed: decided again"), nil)
        }
        if (try? entry.fact(StateEpisodeEnded.self)) != nil { return (Phrase("状态结束", "over"), nil) }
        if let fact = try? entry.fact(StateCourseMoved.self) { return (StateWords.reason(fact.reason), nil) }
        if let fact = try? entry.fact(StateStepTaken.self),
            let step = episode.steps.first(where: { $0.number == fact.step })
        {
            return (StateWords.name(of: step.action), step)
        }
        if let fact = try? entry.fact(DutyMissed.self) {
            let duty = StateRoom.dutyPhrase(fact.dutyKind) ?? Phrase(fact.dutyKind, fact.dutyKind)
            return (Phrase("“\(duty.zh)”已超时", "“\(duty.en)” is overdue"), nil)
        }
        return nil
    }
}
