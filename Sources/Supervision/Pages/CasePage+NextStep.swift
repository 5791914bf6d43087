import Facts
import Kernel
import Web

extension CasePage {
    /// The clock of the present state, and the form of the next step for whoever may take it.
    func nextView(_ language: Language) -> [String: Any] {
        guard let passage = ClosedLoop.passage(from: subject.state), let due = subject.due else {
            return ["isClosed": true]
        }
        let clock = rules.clock(of: passage.action)
        let isLate = now > due
        // Days of a year without a published holiday notice are counted by weekends only.
        let isCountedOnDesign = clock.term.unit.countsDays && !rules.calendar.isAnnounced(due.civil.date)
        let certainty = isCountedOnDesign ? Certainty.designValue : clock.certainty
        return [
            "isClosed": false,
            "nextAction": passage.action.phrase(language),
            "nextRole": passage.role.phrase(language),
            "due": due.civil.minuteText,
            "dueTag": isLate ? "late" : "open",
            "dueWord": (isLate ? Phrase("已超时", "overdue") : Phrase("时限内", "in time"))(language),
            "basis": clock.basis(language),
            "certainty": certainty.phrase(language),
            "isUncertain": certainty != .verified,
            "mayAct": actor.role == passage.role,
            "form": FormView.view(
                language, action: "/cases/\(subject.id)/\(passage.action.rawValue)",
                fields: CaseForm.fields(of: passage.action), submit: passage.action.phrase,
                values: suggestions(for: passage.action), refused: refused,
                hidden: [CaseForm.seenStep: String(subject.steps.count)]),
        ]
    }

    /// Today for what was done, a week ahead for what is to be done.
    private func suggestions(for action: CaseAction) -> [String: String] {
        let today = now.civil.date
        let dates = CaseForm.askedFields(of: action).filter { $0.kind == .date }.map(\.name)
        return Dictionary(
            dates.map { ($0, ($0 == "rectify_by" ? today.adding(days: 7) : today).description) },
            uniquingKeysWith: { first, _ in first })
    }
}
