import Facts
import Kernel

/// GOV-03: the dual index (双指标) of environment and economy, their geometric mean, so that neither can buy the other
/// (`docs/method/governance.md`).
enum DualIndexRule: DecisionRule {
    /// What an index rests on; nothing else may influence it.
    struct Input: Codable, Sendable, Equatable {
        let subject: String
        let month: CivilMonth
        let environment: [ScoredItem]
        let economy: [ScoredItem]
        let coverageMin_percent: Int
        let good_points: Int
    }

    /// The two sides, their mean, and where they stand.
    struct Outcome: Codable, Sendable, Equatable {
        let environment_hundredths: Int?
        let economy_hundredths: Int?
        let dual_hundredths: Int?
        let quadrant: DualQuadrant?
    }

    static let descriptor = RuleDescriptor(
        code: "GOV-03", version: 1,
        title: Phrase("环境和经济双指标", "The dual index of environment and economy"),
        basis: Phrase(
            "绍政办发〔2020〕19号第三条（用环境和经济“双指标”综合评价区域发展质量）；构成和权重为设计值",
            "绍政办发〔2020〕19号, article 3 (regions are judged by both); what it weighs is a design value"),
        validFrom: CivilDate(dayNumber: 18_421), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let environment = WeightedScoreRule.weigh(
            input.environment, coverageMin_percent: input.coverageMin_percent)
        let economy = WeightedScoreRule.weigh(input.economy, coverageMin_percent: input.coverageMin_percent)
        var steps =
            [Phrase("环境指数", "The index of the environment")] + environment.steps
            + [Phrase("经济指数", "The index of the economy")] + economy.steps
        guard let green = environment.score, let wealth = economy.score else {
            steps.append(Phrase("缺一侧指数：无双指标", "a side is missing: there is no dual index"))
            return Ruling(
                outcome: Outcome(
                    environment_hundredths: environment.score, economy_hundredths: economy.score,
                    dual_hundredths: nil, quadrant: nil), steps: steps)
        }
        let dual = WeightedPoints.geometricMean(green, wealth)
        let good = input.good_points * 100
        let quadrant: DualQuadrant =
            switch (green >= good, wealth >= good) {
            case (true, true): .both
            case (true, false): .environment
            case (false, true): .economy
            case (false, false): .neither
            }
        let (left, right, mean) = (WeightedPoints.text(green), WeightedPoints.text(wealth), WeightedPoints.text(dual))
        steps.append(
            Phrase("几何平均 √(\(left) × \(right)) = \(mean)", "the geometric mean √(\(left) × \(right)) is \(mean)"))
        steps.append(
            Phrase("达到 \(input.good_points) 分为良好", "a side is good from \(input.good_points) points on"))
        return Ruling(
            outcome: Outcome(
                environment_hundredths: green, economy_hundredths: wealth, dual_hundredths: dual, quadrant: quadrant),
            steps: steps)
    }
}
