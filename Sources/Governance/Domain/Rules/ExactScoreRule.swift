import Facts
import Kernel

/// GOV-02, version 2: as version 1, but how far goals are reached is not rounded before the mean, which is rounded once
/// (`docs/method/governance.md`).
enum ExactScoreRule: DecisionRule {
    typealias Input = WeightedScoreRule.Input
    typealias Outcome = WeightedScoreRule.Outcome

    static let descriptor = RuleDescriptor(
        code: WeightedScoreRule.descriptor.code, version: 2, title: WeightedScoreRule.descriptor.title,
        basis: WeightedScoreRule.descriptor.basis, validFrom: WeightedScoreRule.descriptor.validFrom, validTo: nil,
        certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let side = WeightedScoreRule.weigh(input.items, coverageMin_percent: input.coverageMin_percent) { items in
            WeightedPoints.exactMean(
                items.compactMap { item in item.reached.map { (reached: $0, weight: item.weight) } })
        }
        return Ruling(
            outcome: Outcome(score_hundredths: side.score, coverage_percent: side.coverage), steps: side.steps)
    }
}
