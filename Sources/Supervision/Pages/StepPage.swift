import Kernel
import Web

/// The form of an action beside the duty, on a page of its own.
struct StepPage: Page {
    static let template = "Supervision/StepPage"

    let form: StepForm
    let place: CasePlace
    let rules: ClosedLoopRules

    struct Content: Encodable, Sendable {
        let caseID: String
        let action: String
        let seenStep: Int
        let latest: String?
    }

    func title(_ language: Language) -> String {
        "\(form.action.phrase(language)) · \(form.subject.documentNumber)"
    }

    var content: Content {
        Content(
            caseID: form.subject.id.text, action: form.action.rawValue, seenStep: form.subject.steps.count,
            latest: latest?.description)
    }

    /// The last lawful day of an extension.
    private var latest: CivilDate? {
        [.askTime, .decideTime].contains(form.action) ? StepDates.latest(form.subject, rules) : nil
    }

    func view(_ language: Language) -> [String: Any] {
        let request = form.action == .decideTime ? form.subject.openRequest : nil
        return [
            "case": form.subject.id.text,
            "number": form.subject.documentNumber,
            "enterpriseName": place.enterpriseName,
            "outletTitle": place.outletTitle,
            "state": form.subject.state.phrase(language),
            "form": form.view(language),
            "hasLatest": latest != nil,
            "latest": latest?.description ?? "",
            "hasRequest": request != nil,
            "request": request.map { CaseForm.lines(of: $0, language) } ?? [],
        ]
    }
}
