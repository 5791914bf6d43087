import Kernel
import Web

/// What somebody handed in about a state episode, with its number and moment: to be kept or printed.
struct StateReceiptPage: Page {
    static let template = "Monitoring/StateReceiptPage"

    let episode: StateEpisode
    let step: StateStep
    let outlet: OutletSummary

    struct Content: Encodable, Sendable {
        let number: String
        let state: String
        let action: String
        let by: String
        let at: String
    }

    var number: String { Self.number(of: step, on: episode) }

    /// 回执 ST…-3.
    static func number(of step: StateStep, on episode: StateEpisode) -> String { "\(episode.id)-\(step.number)" }

    func title(_ language: Language) -> String { Phrase("受理回执", "Receipt")(language) }

    var content: Content {
        Content(
            number: number, state: episode.id.text, action: step.action.rawValue, by: step.personName,
            at: step.at.civil.isoText)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "id": episode.id.text,
            "number": number,
            "kind": StateWords.name(of: episode.kind)(language),
            "enterpriseName": outlet.enterpriseName,
            "outletTitle": outlet.title,
            "what": StateWords.name(of: step.action)(language),
            "who": "\(step.personName) · \(step.role.phrase(language))",
            "at": step.at.civil.secondText,
            "lines": StateForm.lines(of: step, language),
        ]
    }
}
