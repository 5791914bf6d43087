import Facts
import Kernel

/// GOV-02: the evaluation of a district or a lead unit, a mean of how far each goal is reached, by weights that are
/// data (`docs/method/governance.md`). Version 1, which rounded each item before the mean: it decides no more and
/// replays.
enum WeightedScoreRule: DecisionRule {
    /// What a score rests on; nothing else may influence it.
    struct Input: Codable, Sendable, Equatable {
        let subject: String
        let month: CivilMonth
        let items: [ScoredItem]
        let coverageMin_percent: Int
    }

    /// A score, or that too little is known for one.
    struct Outcome: Codable, Sendable, Equatable {
        let score_hundredths: Int?
        /// How much of the weight has values, in percent, rounded down.
        let coverage_percent: Int
    }

    static let descriptor = RuleDescriptor(
        code: "GOV-02", version: 1,
        title: Phrase("地区和牵头单位综合评价", "The evaluation of districts and lead units"),
        basis: Phrase(
            "绍政办发〔2020〕19号第二十条、任务60（评价指标体系）；权重和计分方法为设计值",
            "绍政办发〔2020〕19号, article 20 and task 60 (evaluation index system); weights and points are design values"),
        validFrom: CivilDate(dayNumber: 18_421), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let side = weigh(input.items, coverageMin_percent: input.coverageMin_percent)
        return Ruling(
            outcome: Outcome(score_hundredths: side.score, coverage_percent: side.coverage), steps: side.steps)
    }

    /// The mean over items that have values, with each step; by default of points that are rounded already.
    static func weigh(
        _ items: [ScoredItem], coverageMin_percent: Int,
        mean: (_ items: [ScoredItem]) -> Int? = { items in
            WeightedPoints.mean(items.compactMap { item in item.points_hundredths.map { ($0, item.weight) } })
        }
    ) -> (score: Int?, coverage: Int, steps: [Phrase]) {
        var (steps, weighed): ([Phrase], [ScoredItem]) = ([], [])
        for item in items {
            let counted = item.count.map { "\($0.part)/\($0.whole)" }
            let (value, goal) = (counted ?? item.value?.description ?? "–", item.goal?.description ?? "–")
            guard let points = item.points_hundredths else {
                steps.append(
                    Phrase(
                        "\(item.code)：值 \(value)，目标 \(goal)，缺数据，不计分", "\(item.code): \(value), goal \(goal): missing"))
                continue
            }
            weighed.append(item)
            let text = WeightedPoints.text(points)
            steps.append(
                Phrase(
                    "\(item.code)：值 \(value)，目标 \(goal)，得 \(text) 分，权重 \(item.weight)",
                    "\(item.code): \(value), goal \(goal): \(text) points, weight \(item.weight)"))
        }
        let whole = items.reduce(0) { $0 + $1.weight }
        let coverage = whole > 0 ? weighed.reduce(0) { $0 + $1.weight } * 100 / whole : 0
        guard coverage >= coverageMin_percent, let score = mean(weighed) else {
            steps.append(
                Phrase(
                    "有数据的权重占 \(coverage)%，不足 \(coverageMin_percent)%：不评分",
                    "\(coverage)% of the weight has values, less than \(coverageMin_percent)%: no score"))
            return (nil, coverage, steps)
        }
        let text = WeightedPoints.text(score)
        steps.append(
            Phrase("有数据的权重占 \(coverage)%，加权平均 \(text) 分", "\(coverage)% of the weight has values; the mean is \(text)"))
        return (score, coverage, steps)
    }
}
