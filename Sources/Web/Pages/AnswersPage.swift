import Kernel

/// What somebody wrote in a form, to be looked over before it is handed in: nothing is taken yet.
struct AnswersPage: Page {
    static let template = "Web/AnswersPage"
    /// The field by which a form says that its answers were looked over; `FormBody` reserves it.
    static let checkedName = "checked"
    /// What it then says.
    static let checked = "true"

    let act: Phrase
    /// Where the form is sent.
    let action: String
    /// The form's page.
    let back: String
    let fields: [FormField]
    /// What was accepted, by field name.
    let answers: [String: String]
    /// Fields of the form that the person does not see.
    let hidden: Set<String>
    /// Whom or what the form is about, where that has to be said.
    var subject: String?
    /// What follows of it; nil for what goes on record and nothing more.
    var consequence: Phrase?
    /// Whether it was handed in meanwhile: somebody came back to look.
    var isHandedIn = false

    struct Content: Encodable {
        let action: String
        let answers: [String: String]
        let subject: String?
        let consequence: Phrase?
        let isHandedIn: Bool
    }

    func title(_ language: Language) -> String {
        (isHandedIn
            ? Phrase("已提交：\(act.zh)", "Submitted: \(act.en)")
            : Phrase("请核对：\(act.zh)", "Check your answers: \(act.en)"))(language)
    }

    var content: Content {
        Content(
            action: action, answers: answers, subject: subject, consequence: consequence, isHandedIn: isHandedIn)
    }

    func view(_ language: Language) -> [String: Any] {
        let shown = fields.filter { !hidden.contains($0.name) }
        return [
            "action": action, "back": back, "isHandedIn": isHandedIn, "subject": subject ?? false as Any,
            "consequence": consequence?(language) ?? false as Any,
            "answers": shown.map { field in
                ["label": field.label(language), "text": text(of: field, language)]
            },
            "carried": answers.sorted { $0.key < $1.key }.map { ["name": $0.key, "value": $0.value] }
                + [["name": Self.checkedName, "value": Self.checked]],
        ]
    }

    private func text(of field: FormField, _ language: Language) -> String {
        let answer = answers[field.name] ?? ""
        return switch field.kind {
        case .choice: field.optionLabels[answer]?(language) ?? (answer.isEmpty ? "–" : answer)
        case .flag: (answer == "true" ? Phrase("是", "yes") : Phrase("否", "no"))(language)
        case .secret: answer.isEmpty ? "–" : "••••••"
        case .text, .longText, .number, .code, .date: answer.isEmpty ? "–" : answer
        }
    }
}
