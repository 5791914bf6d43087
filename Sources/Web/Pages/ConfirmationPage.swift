import Kernel

/// Asks before an act that cannot be taken back: what, about whom, and what follows of it.
struct ConfirmationPage: Page {
    static let template = "Web/ConfirmationPage"

    let act: Phrase
    let subject: String
    let consequence: Phrase
    /// Where the form is sent.
    let action: String
    /// What the form carries.
    let carried: [(name: String, value: String)]
    /// Where to go without acting.
    let back: String

    struct Content: Encodable {
        let act: Phrase
        let subject: String
        let consequence: Phrase
    }

    func title(_ language: Language) -> String {
        Phrase("请确认：\(act.zh)", "Please confirm: \(act.en)")(language)
    }

    var content: Content { Content(act: act, subject: subject, consequence: consequence) }

    func view(_ language: Language) -> [String: Any] {
        [
            "subject": subject, "consequence": consequence(language), "action": action, "back": back,
            "carried": carried.map { ["name": $0.name, "value": $0.value] }
                + [["name": AnswersPage.checkedName, "value": AnswersPage.checked]],
        ]
    }
}
