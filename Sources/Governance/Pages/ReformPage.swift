import Kernel
import Web

/// A reform with its documents and every stage they came to; forms for those who may.
struct ReformPage: Page {
    static let template = "Governance/ReformPage"

    let policy: PolicyCode
    let reform: PolicyReform
    let documents: [ReformDocument]
    let today: CivilDate
    let forms: [WorkForm]
    let refused: (form: WorkForm, what: RefusedForm)?
    /// The units that somebody writes for, and the documents that these draft.
    var offers = FormOffers()

    struct Content: Encodable, Sendable {
        let reform: Int
        let text: String
        let documents: [ReformsPage.Content.Document]
    }

    func title(_ language: Language) -> String {
        Phrase("改革 \(reform.number)", "Reform \(reform.number)")(language)
    }

    var content: Content {
        Content(
            reform: reform.number, text: reform.text,
            documents: documents.map { ReformsPage.content($0, on: today) })
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "code": policy.text, "text": reform.text, "hasDocuments": !documents.isEmpty,
            "documents": documents.map { document in
                ReformsPage.view(document, on: today, language).merging([
                    "steps": document.steps.map { step in
                        ["stepStage": step.stage.phrase(language), "day": step.day.description, "note": step.note]
                    }
                ]) { $1 }
            },
            "forms": forms.map { form -> [String: Any] in
                [
                    "name": form.name(language),
                    "form": FormView.view(
                        language, action: "/governance/\(policy)/reforms/\(reform.number)/\(form.rawValue)",
                        fields: offers.offering(form.fields), submit: form.name, values: offers.values,
                        refused: refused?.form == form ? refused?.what : nil),
                ]
            },
        ]
    }
}
