import Kernel

/// One indicator in a month, as lists show it.
struct IndicatorLine: Sendable {
    let indicator: Indicator
    let figure: IndicatorFigure
    let regionName: Phrase?
    /// Whether a value came after the month was closed, which counts nowhere.
    var isCorrected = false

    /// How it stands against its goal.
    enum Standing: String, Sendable, CaseIterable {
        case reached
        case short
        case noGoal = "no-goal"
        case missing
        case implausible

        var phrase: Phrase {
            switch self {
            case .reached: Phrase("达到目标", "goal reached")
            case .short: Phrase("未达目标", "goal not reached")
            case .noGoal: Phrase("未设目标", "no goal")
            case .missing: Phrase("缺数据", "missing")
            case .implausible: Phrase("数值不可信", "implausible")
            }
        }

        var tag: String {
            switch self {
            case .reached: "done"
            case .short: "red"
            case .noGoal, .missing: "neutral"
            case .implausible: "orange"
            }
        }
    }

    var goal: Indicator.Goal? { indicator.goal(in: figure.month.year) }

    var standing: Standing {
        guard let value = figure.value else { return figure.implausible == nil ? .missing : .implausible }
        guard let goal else { return .noGoal }
        return indicator.reaches(value, goal) ? .reached : .short
    }

    var goalText: String { goal.map { "\(indicator.direction.sign) \($0.value)" } ?? "–" }
    var address: String { "/policy/indicators/\(indicator.code)" }

    /// As templates show it.
    func view(_ language: Language) -> [String: Any] {
        [
            "code": indicator.code.text, "name": indicator.name(language), "address": address,
            "group": indicator.group.phrase(language), "value": figure.value?.description ?? "–",
            "unit": indicator.unit(language), "month": figure.month.description, "goal": goalText,
            "tag": standing.tag, "word": standing.phrase(language), "owner": indicator.owner,
            "way": indicator.way.phrase(language), "isCorrected": isCorrected,
        ]
    }

    /// As programs read it.
    struct Content: Encodable, Sendable {
        let indicator: String
        let name: Phrase
        let group: String
        let region: String?
        let month: String
        let value: String?
        let unit: Phrase
        let goal: String?
        let standing: String
        /// Whether a value came after the month was closed, which counts nowhere.
        let isCorrected: Bool
        let owner: String
        let way: Phrase
        let facts: [Int64]
        let missing: [String]
        let implausible: IndicatorFigure.Implausible?
    }

    var content: Content {
        Content(
            indicator: indicator.code.text, name: indicator.name, group: indicator.group.rawValue,
            region: figure.region?.text, month: figure.month.description, value: figure.value?.description,
            unit: indicator.unit, goal: goal?.value.description, standing: standing.rawValue, isCorrected: isCorrected,
            owner: indicator.owner,
            way: indicator.way.phrase, facts: figure.facts, missing: figure.missing.map(\.text),
            implausible: figure.implausible)
    }
}
