import Kernel
import Web

/// The office's list of public feedback, the newest first.
struct FeedbackListPage: ListPage {
    static let template = "Governance/FeedbackListPage"

    let figures: SurveyFigures
    let state: Feedback.State?
    let service: String?
    let shown: [Feedback]
    /// Until when the office has to answer, by number.
    let due: [Int: Instant]
    let next: String?
    let now: Instant

    struct Content: Encodable, Sendable {
        let feedback: [Entry]
        let next: String?

        struct Entry: Encodable, Sendable {
            let number: Int
            let service: String
            let state: String
            let stars: [String: Int]
            let text: String?
            let receivedAt: String
            let dueAt: String?
            let answer: String?
        }
    }

    func title(_ language: Language) -> String { Phrase("公众评价办理", "Feedback to answer")(language) }

    /// The due of what is still open.
    private func due(of feedback: Feedback) -> Instant? { feedback.state == .open ? due[feedback.number] : nil }

    var content: Content {
        Content(
            feedback: shown.map { feedback in
                Content.Entry(
                    number: feedback.number, service: feedback.service, state: feedback.state.rawValue,
                    stars: feedback.stars, text: feedback.text, receivedAt: feedback.receivedAt.civil.isoText,
                    dueAt: due(of: feedback)?.civil.isoText, answer: feedback.settled?.answer)
            }, next: next)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "states": Feedback.State.allCases.map {
                ["code": $0.rawValue, "word": $0.phrase(language), "isChosen": $0 == state] as [String: Any]
            },
            "services": figures.services.map {
                ["code": $0.code, "word": $0.name(language), "isChosen": $0.code == service] as [String: Any]
            },
            "isEmpty": shown.isEmpty,
            "feedback": shown.map { feedback -> [String: Any] in
                let due = due(of: feedback)
                return [
                    "number": String(feedback.number), "address": "/governance/voice/\(feedback.number)",
                    "service": figures.name(of: feedback.service)(language), "tag": feedback.state.tag,
                    "state": feedback.state.phrase(language), "stars": Self.stars(feedback, figures),
                    "text": feedback.text ?? "–", "receivedAt": feedback.receivedAt.civil.minuteText,
                    "dueAt": due?.termText ?? "–",
                    "isOpen": due != nil, "dueTag": due.map { $0 < now } ?? false ? "late" : "open",
                ]
            },
            "hasNext": next != nil, "next": next ?? "",
        ]
    }

    /// `5 4 4 3 5`, in the order of the dimensions.
    static func stars(_ feedback: Feedback, _ figures: SurveyFigures) -> String {
        figures.dimensions.map { feedback.stars[$0.code].map(String.init) ?? "–" }.joined(separator: " ")
    }

    func tables(_ language: Language) -> [ListTable] {
        let figures = figures
        let dues = Dictionary(
            shown.compactMap { feedback in due(of: feedback).map { (feedback.number, $0) } },
            uniquingKeysWith: { first, _ in first })
        let columns: [TableColumn<Feedback>] = [
            TableColumn(Phrase("序号", "Number")) { .number($0.number) },
            TableColumn(Phrase("服务", "Service")) { .text(figures.name(of: $0.service)(language)) },
            TableColumn(Phrase("状态", "State")) { .text($0.state.phrase(language)) },
            TableColumn(Phrase("星级", "Stars")) { .text(Self.stars($0, figures)) },
            TableColumn(Phrase("意见", "Text")) { .text($0.text) },
            TableColumn(Phrase("收到时间", "Received at")) { .moment($0.receivedAt) },
            TableColumn(Phrase("应答复", "Due at")) { .term(dues[$0.number]) },
            TableColumn(Phrase("答复", "Answer")) { .text($0.settled?.answer) },
        ]
        return [ListTable(Phrase("公众评价", "Feedback"), shown, language, columns: columns)]
    }
}
