import Kernel
import Web

/// Says what will happen to the chosen cases before anything does.
struct CaseBatchPage: Page {
    static let template = "Supervision/CaseBatchPage"

    /// A chosen case, and what can be done with it now.
    struct Line: Sendable {
        let choice: CaseBatch.Choice
        let subject: SupervisionCase
        let place: CasePlace
        /// Nil when nothing that a batch does is this person's to do now.
        let action: CaseAction?
    }

    let lines: [Line]

    static let fields = [
        FormField(
            name: "cases", label: Phrase("案件", "Cases"), kind: .longText(max: 4_000), required: true,
            hint: Phrase("案件编号:已办步数，以逗号分隔", "CASE:STEPS, parted by commas")),
        FormField(
            name: "note", label: Phrase("共同意见", "One note for all"), kind: .longText(max: 500), required: false),
    ]

    struct Content: Encodable, Sendable {
        let cases: [Entry]

        struct Entry: Encodable, Sendable {
            let caseID: String
            /// What would be done; nil when nothing can.
            let action: String?
            let state: String
            let seenStep: Int
        }
    }

    func title(_ language: Language) -> String { Phrase("请确认：批量办理", "Please confirm: several cases")(language) }

    var content: Content {
        Content(
            cases: lines.map {
                Content.Entry(
                    caseID: $0.subject.id.text, action: $0.action?.rawValue, state: $0.subject.state.rawValue,
                    seenStep: $0.choice.seenStep)
            })
    }

    private var possible: CaseBatch { CaseBatch(lines.filter { $0.action != nil }.map(\.choice)) }

    func view(_ language: Language) -> [String: Any] {
        [
            "isEmpty": lines.isEmpty, "hasLines": !lines.isEmpty, "isPossible": !possible.choices.isEmpty,
            "count": String(possible.choices.count),
            "lines": lines.map { line in
                [
                    "id": line.subject.id.text, "number": line.subject.documentNumber,
                    "enterprise": line.place.enterpriseName, "outlet": line.place.outletTitle,
                    "state": line.subject.state.phrase(language),
                    "action": line.action?.phrase(language)
                        ?? Phrase("不办理：不在您的环节", "left alone: not yours now")(language),
                    "tag": line.action == nil ? "neutral" : "open",
                ]
            },
            "form": FormView.view(
                language, action: "/cases/batch", fields: Self.fields, submit: Phrase("确认办理", "Take them"),
                hidden: ["cases": possible.text]),
        ]
    }
}
