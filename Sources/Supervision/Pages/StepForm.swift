import Facts
import Kernel
import Web

/// The form of one action on one case.
struct StepForm {
    let action: CaseAction
    let subject: SupervisionCase
    let officers: [CertifiedOfficer]
    let windows: [CaseMarkWindow]
    let files: [EvidenceFile]
    /// What the enterprise marked of the hours that the case was told of.
    var marked = MarkedHours()
    /// Of which hours that the case was told of another value was sent later.
    var replaced: [ReplacedValue] = []
    /// What second officers answered to the records of the case.
    var answers: [Int: RecordAnswer] = [:]
    /// Where the outlet is, in words.
    let site: String
    /// The article of law that is proposed; nil for none.
    let article: String?
    let actor: Actor
    let now: Instant
    let refused: RefusedForm?

    func view(_ language: Language) -> [String: Any] {
        FormView.view(
            language, action: "/cases/\(subject.id)/\(action.rawValue)",
            fields: CaseForm.shownFields(
                of: action, officers: officers, windows: windows, files: files, marked: marked,
                replaced: replaced, objections: RecordObjection.behind(action, on: subject, answers), subject: subject,
                actor: actor.person,
                today: now.civil.date
            ).map(narrowed),
            submit: action.phrase, values: suggestions, refused: refused,
            hidden: [CaseForm.seenStep: String(subject.steps.count)])
    }

    /// While the exceedance goes on, a re-check finds nothing right: the form offers no answer that the loop would
    /// refuse, and says why.
    private func narrowed(_ field: FormField) -> FormField {
        if action == .dismiss, field.name == "reason", let question = OrderEnding(of: subject)?.question {
            return FormField(
                name: field.name, label: field.label, kind: field.kind, required: field.required, hint: question)
        }
        guard action == .recheck, field.name == ClosedLoop.decidingField(of: action), !subject.isOver else {
            return field
        }
        let rule = CaseRule.goingOn.rawValue
        return FormField(
            name: field.name, label: field.label, kind: .choice(["false"]), required: field.required,
            hint: Phrase(
                "该排放口仍在超标，只能填不合格；超标结束后才能复查合格（\(rule)）",
                "the outlet still exceeds, so it is not right; once the exceedance is over it can be (\(rule))"),
            optionLabels: field.optionLabels)
    }

    /// Today for what was done, a week ahead for what is to be done, the exceeding hours for what is marked, the
    /// article of the day of the exceedance for what is ordered.
    private var suggestions: [String: String] {
        if [.mark, .correctMark].contains(action) { return StatedHours(of: subject, by: now).form }
        let today = now.civil.date
        let dates = CaseForm.askedFields(of: action).filter { $0.kind == .date }.map(\.name)
        let proposed = (article.map { [NamedArticle.field: $0] } ?? [:]).merging(["site": site]) { $1 }
        return Dictionary(
            dates.map { name in
                switch name {
                case "rectify_by": (name, today.adding(days: 7).description)
                case "until": (name, (subject.due?.civil.date ?? today).adding(days: 7).description)
                default: (name, today.description)
                }
            }, uniquingKeysWith: { first, _ in first }
        ).merging(proposed) { first, _ in first }
    }
}
