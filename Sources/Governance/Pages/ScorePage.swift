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
    /// The indicators that it weighs, by their codes.
    let indicators: [String: Indicator]
    /// The last month of the period that the value of an indicator is of.
    let periods: [String: CivilMonth]
    /// What a unit's evaluation rests on, what costs most first; nothing for places.
    let grounds: [ScoreGround]
    /// Whether anybody reads it: then facts are numbers without a page.
    var isPublic = false

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
        let grounds: [ScoreGround.Content]
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
            name: name, score_hundredths: score.score_hundredths, items: items,
            grounds: grounds.map { $0.content(among: grounds, items) }, steps: steps)
    }

    func view(_ language: Language) -> [String: Any] {
        [
            "score": ScoresPage.points(score.score_hundredths), "rule": "\(descriptor.code) v\(descriptor.version)",
            "decision": score.decision.text, "certainty": descriptor.certainty.phrase(language),
            "basis": descriptor.basis(language), "decidedAt": decidedAt.civil.minuteText,
            "backAddress": isPublic ? "/policy/indices" : "/governance/scores", "isDual": score.kind == .dual,
            "steps": steps.map { ["step": $0(language)] },
            "items": items.map { view(of: $0, language) }, "hasGrounds": !grounds.isEmpty,
            "grounds": grounds.map { ground -> [String: Any] in
                let cost = ground.cost_hundredths(among: grounds, items)
                return [
                    "name": ground.name(language), "address": ground.address, "found": ground.found(language),
                    "tag": ground.tag, "points": String(ground.points),
                    "cost": cost == 0 ? "–" : WeightedPoints.text(cost), "facts": view(of: ground.facts),
                ]
            },
        ]
    }

    private func view(of item: ScoredItem, _ language: Language) -> [String: Any] {
        let indicator = indicators[item.code]
        var formula: String?
        if case .formula(let text)? = indicator?.way { formula = text.text }
        return [
            "name": indicator?.name(language) ?? Self.plain(item.code)(language),
            "address": indicator.map { "/policy/indicators/\($0.code)" } ?? false as Any,
            "formula": formula ?? false as Any,
            "period": periods[item.code]?.description ?? score.month.description,
            "value": item.value?.description ?? "–",
            "goal": item.goal.map { "\(item.direction.sign) \($0)" } ?? "–",
            "points": ScoresPage.points(item.points_hundredths), "weight": String(item.weight),
            // What a unit is evaluated by is told task by task.
            "isListed": indicator == nil, "facts": indicator == nil ? [] : view(of: item.facts),
        ]
    }

    private func view(of facts: [Int64]) -> [[String: Any]] {
        facts.map { ["fact": String($0), "link": isPublic ? false as Any : "/governance/facts/\($0)"] }
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
