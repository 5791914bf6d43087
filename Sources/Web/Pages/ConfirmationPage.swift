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

    /// The question before the act of a form that was filled in: its button sends the same answers.
    init(of act: Phrase, asked: Asked, visit: Visit, answers: [String: String]) {
        self.init(
            act: act, subject: asked.subject(visit.language), consequence: asked.consequence, action: visit.path,
            carried: answers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
                + [(AnswersPage.checkedName, "true")],
            back: visit.returnPath)
    }

    init(
        act: Phrase, subject: String, consequence: Phrase, action: String, carried: [(name: String, value: String)],
        back: String
    ) {
        self.act = act
        self.subject = subject
        self.consequence = consequence
        self.action = action
        self.carried = carried
        self.back = back
    }

    func title(_ language: Language) -> String {
        Phrase("请确认：\(act.zh)", "Please confirm: \(act.en)")(language)
    }

    var content: Content { Content(act: act, subject: subject, consequence: consequence) }

    func view(_ language: Language) -> [String: Any] {
        [
            "subject": subject, "consequence": consequence(language), "action": action, "back": back,
            "carried": carried.map { ["name": $0.name, "value": $0.value] },
        ]
    }
}
