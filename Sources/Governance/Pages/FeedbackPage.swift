import Kernel
import Web

/// One feedback, for the office to answer or close.
struct FeedbackPage: Page {
    static let template = "Governance/FeedbackPage"

    static let fields = [
        FormField(
            name: "outcome", label: Phrase("办理", "What to do"),
            kind: .choice(Feedback.Outcome.allCases.map(\.rawValue)),
            required: true,
            optionLabels: Dictionary(
                uniqueKeysWithValues: Feedback.Outcome.allCases.map { ($0.rawValue, $0.phrase) })),
        FormField(
            name: "answer", label: Phrase("答复或关闭理由", "The answer, or why it is closed"),
            kind: .longText(max: Feedback.answerMax), required: true,
            hint: Phrase("持回执号的人可以看到", "whoever holds the receipt reads it")),
    ]

    let figures: SurveyFigures
    let feedback: Feedback
    let due: Instant?
    /// Who answered it.
    let authorName: String?
    let now: Instant
    let refused: RefusedForm?

    struct Content: Encodable, Sendable {
        let number: Int
        let service: String
        let state: String
        let stars: [String: Int]
        let text: String?
        let receivedAt: String
        let dueAt: String?
        let answer: String?
        let fact: Int64
    }

    func title(_ language: Language) -> String {
        Phrase("公众评价 #\(feedback.number)", "Feedback #\(feedback.number)")(language)
    }

    var content: Content {
        Content(
            number: feedback.number, service: feedback.service, state: feedback.state.rawValue, stars: feedback.stars,
            text: feedback.text, receivedAt: feedback.receivedAt.civil.isoText, dueAt: due?.civil.isoText,
            answer: feedback.settled?.answer, fact: feedback.fact)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "service": figures.name(of: feedback.service)(language), "tag": feedback.state.tag,
            "state": feedback.state.phrase(language), "receivedAt": feedback.receivedAt.civil.minuteText,
            "fact": String(feedback.fact), "text": feedback.text ?? "–",
            "stars": figures.dimensions.map { dimension in
                [
                    "name": dimension.name(language),
                    "stars": feedback.stars[dimension.code].map { "\($0) / 5" } ?? "–",
                ]
            },
            "isOpen": feedback.state == .open, "dueAt": due?.termText ?? "–",
            "dueTag": due.map { $0 < now } ?? false ? "late" : "open",
            "isSettled": feedback.settled != nil, "answer": feedback.settled?.answer ?? "–",
            "author": authorName ?? "–", "settledAt": feedback.settled?.settledAt.civil.minuteText ?? "–",
            "form": FormView.view(
                language, action: "/governance/voice/\(feedback.number)/answer", fields: Self.fields,
                submit: Phrase("办结", "Send"), refused: refused),
        ]
    }
}
