import Facts
import Kernel

/// GOV-05: how far a project of the reserve pool is ready to be put forward, and how much it is needed: its stage, what
/// of its money is secured, and how the tasks stand that it serves (`docs/method/governance.md`).
enum PoolScoreRule: DecisionRule {
    /// What a score rests on; nothing else may influence it.
    struct Input: Codable, Sendable, Equatable {
        let project: Int
        let stage: String
        let totalFen: Int64
        let securedFen: Int64
        /// The tasks that it serves.
        let tasks: [Served]
        let weights: PoolScoreFigures.Weights
        /// Points of the stage, of 100.
        let maturity_points: Int

        /// A task that a project serves, with the points of its light.
        struct Served: Codable, Sendable, Equatable {
            let task: Int
            let light: String
            let points: Int
        }
    }

    /// The three sides and their mean, in hundredths of a point.
    struct Outcome: Codable, Sendable, Equatable {
        let maturity_hundredths: Int
        let funding_hundredths: Int
        let fit_hundredths: Int
        let score_hundredths: Int
    }

    static let descriptor = RuleDescriptor(
        code: "GOV-05", version: 1,
        title: Phrase("储备项目评分", "The score of a project of the reserve pool"),
        basis: Phrase(
            "绍政办发〔2020〕19号任务13（建立各级生态环境治理项目储备库）；构成、分值和权重为设计值",
            "绍政办发〔2020〕19号, task 13 (a reserve pool of projects); what it weighs is a design value"),
        validFrom: CivilDate(dayNumber: 18_421), validTo: nil, certainty: .designValue)

    /// The words of this version for stages and lights, which replay to the letter.
    private static let words = [
        "reserve": Phrase("储备", "reserve"), "ripe": Phrase("成熟", "ripe"), "applied": Phrase("申报", "applied"),
        "building": Phrase("在建", "building"), "running": Phrase("投运", "running"), "red": Phrase("红灯", "red"),
        "amber": Phrase("黄灯", "amber"), "grey": Phrase("灰灯", "grey"), "green": Phrase("绿灯", "green"),
    ]

    private static func word(_ code: String) -> Phrase { words[code] ?? Phrase(code, code) }

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let maturity = input.maturity_points * 100
        let funding =
            input.totalFen > 0
            ? WeightedPoints.share(of: DecimalNumber(Int(input.securedFen)), in: DecimalNumber(Int(input.totalFen)))
            : 0
        // The neediest of the tasks counts: a project need not serve several.
        let served = input.tasks.max { ($0.points, $1.task) < ($1.points, $0.task) }
        let fit = (served?.points ?? 0) * 100
        let weights = input.weights
        let score =
            WeightedPoints.mean([(maturity, weights.maturity), (funding, weights.funding), (fit, weights.fit)]) ?? 0
        func text(_ points: Int) -> String { WeightedPoints.text(points) }
        let task =
            served.map { served in
                let light = word(served.light)
                return Phrase("任务\(served.task)（\(light.zh)）", "task \(served.task), \(light.en)")
            } ?? Phrase("没有对应任务", "no task")
        let stage = word(input.stage)
        let (secured, total) = (TenThousandYuan.text(input.securedFen), TenThousandYuan.text(input.totalFen))
        return Ruling(
            outcome: Outcome(
                maturity_hundredths: maturity, funding_hundredths: funding, fit_hundredths: fit,
                score_hundredths: score),
            steps: [
                Phrase(
                    "成熟度：\(stage.zh)阶段，得 \(text(maturity)) 分，权重 \(weights.maturity)",
                    "maturity: stage \(stage.en), \(text(maturity)) points, weight \(weights.maturity)"),
                Phrase(
                    "资金落实：\(secured) ÷ \(total) 万元，得 \(text(funding)) 分，权重 \(weights.funding)",
                    "secured: \(secured) of \(total) (10k yuan), \(text(funding)) points, weight \(weights.funding)"),
                Phrase(
                    "与任务的契合：\(task.zh)，得 \(text(fit)) 分，权重 \(weights.fit)",
                    "fit to tasks: \(task.en), \(text(fit)) points, weight \(weights.fit)"),
                Phrase("加权平均 \(text(score)) 分", "the mean by weights is \(text(score))"),
            ])
    }
}
