import Facts
import Kernel
import Web

/// A score explained: its rule, each thing that it weighed with value, goal, points and facts, and each step.
struct ScorePage: Page {
    static let template = "Governance/ScorePage"

    let score: Score
    let name: Phrase
    let descriptor: RuleDescriptor
    let items: [ScoredItem]
    let steps: [Phrase]
    let decidedAt: Instant
    /// What codes of indicators are called.
    let names: [String: Phrase]

    struct Content: Encodable, Sendable {
        let decision: String
        let rule: String
        let version: Int
        let certainty: String
        let month: String
        let subject: String
        let name: Phrase
        let score_hundredths: Int?
        let items: [ScoredItem]
        let steps: [Phrase]
    }

    func title(_ language: Language) -> String {
        let what =
            switch score.kind {
            case .dual: Phrase("双指标", "Dual index")
            case .district: Phrase("地区综合评价", "Evaluation of the district")
            case .unit: Phrase("牵头单位综合评价", "Evaluation of the lead unit")
            }
        return "\(what(language)) · \(name(language)) · \(score.month)"
    }

    var content: Content {
        Content(
            decision: score.decision.text, rule: descriptor.code, version: descriptor.version,
            certainty: descriptor.certainty.rawValue, month: score.month.description, subject: score.subject,
            name: name, score_hundredths: score.score_hundredths, items: items, steps: steps)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "score": ScoresPage.points(score.score_hundredths), "rule": "\(descriptor.code) v\(descriptor.version)",
            "decision": score.decision.text, "certainty": descriptor.certainty.phrase(language),
            "basis": descriptor.basis(language), "decidedAt": decidedAt.civil.minuteText,
            "steps": steps.map { ["step": $0(language)] },
            "items": items.map { item -> [String: Any] in
                let isIndicator = names[item.code] != nil
                return [
                    "name": names[item.code]?(language) ?? Self.plain(item.code)(language),
                    "address": isIndicator ? "/policy/indicators/\(item.code)" : false as Any,
                    "value": item.value?.description ?? "–",
                    "goal": item.goal.map { "\(item.direction.sign) \($0)" } ?? "–",
                    "points": ScoresPage.points(item.points_hundredths), "weight": String(item.weight),
                    "facts": item.facts.isEmpty ? "–" : item.facts.map(String.init).joined(separator: " "),
                ]
            },
        ]
    }

    /// What a unit is evaluated by, in words.
    static func plain(_ code: String) -> Phrase {
        switch code {
        case "lights": Phrase("任务进度灯（绿 100、黄 60、红 0，灰不计），%", "lights of tasks (grey not counted), %")
        case "reports": Phrase("月报按时报送率，%", "reports in time, %")
        case "indicators": Phrase("所负责指标达标率，%", "its indicators that reach their goals, %")
        default: Phrase(code, code)
        }
    }
}
