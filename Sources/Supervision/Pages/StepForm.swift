import Facts
import Kernel
import Web

/// The form of one action on one case.
struct StepForm {
    let action: CaseAction
    let subject: SupervisionCase
    let officers: [CertifiedOfficer]
    let actor: Actor
    let now: Instant
    let refused: RefusedForm?

    func view(_ language: Language) -> [String: Any] {
        FormView.view(
            language, action: "/cases/\(subject.id)/\(action.rawValue)",
            fields: CaseForm.shownFields(
                of: action, officers: officers, actor: actor.person, today: now.civil.date),
            submit: action.phrase, values: suggestions, refused: refused,
            hidden: [CaseForm.seenStep: String(subject.steps.count)])
    }

    /// Today for what was done, a week ahead for what is to be done.
    private var suggestions: [String: String] {
        let today = now.civil.date
        let dates = CaseForm.askedFields(of: action).filter { $0.kind == .date }.map(\.name)
        return Dictionary(
            dates.map { name in
                switch name {
                case "rectify_by": (name, today.adding(days: 7).description)
                case "until": (name, (subject.due?.civil.date ?? today).adding(days: 7).description)
                case "marked_on": (name, subject.extent.lastHour.civil.date.description)
                default: (name, today.description)
                }
            }, uniquingKeysWith: { first, _ in first })
    }
}
