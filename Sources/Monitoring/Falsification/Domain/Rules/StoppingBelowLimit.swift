import Facts
import Kernel
import Standards

/// MON-25: many values stand just below the limit and hardly any just above it or a little lower: somebody or something
/// stops them there.
struct StoppingBelowLimit: DecisionRule {
    typealias Input = SignInput<BelowLimitFigures>
    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-25", version: 1,
        title: Phrase("贴限：数值大量停在限值之下", "stopping below the limit: many values end just under it"),
        basis: Phrase(
            "自动监测数据造假迹象；无公开阈值，均为设计值", "a sign of made values; no public source fixes a threshold"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { look(at: input.steps, input) }

    /// The same with the curve's values as whole numbers at hand.
    static func look(at steps: CurveSteps, _ input: Input) -> Ruling<Outcome> {
        let (figures, width) = (input.figures, Int64(input.figures.bandPercent.value))
        guard let limit = input.limit.flatMap({ CurveSteps.scaled($0.limit) }),
            limit / steps.step >= Int64(figures.stepsMin.value)
        else { return .nothing(Phrase("当日无限值，或分辨率过粗", "no limit in force, or too coarse a resolution")) }
        func places(_ from: Int64, _ to: Int64) -> [Int] {
            steps.values.indices.filter { place in
                guard let value = steps.values[place] else { return false }
                return 100 * value > from * limit && 100 * value <= to * limit
            }
        }
        let below = places(100 - width, 100)
        let lower = places(100 - 2 * width, 100 - width).count
        let above = places(100, 100 + width).count
        let words = Phrase(
            "限值 \(CurveSteps.text(limit))：其下 \(width) % 内 \(below.count) 小时，其上 \(width) % 内 \(above) 小时，"
                + "再低 \(width) % 内 \(lower) 小时",
            "limit \(CurveSteps.text(limit)): \(below.count) h within \(width) % below, \(above) h within \(width) % "
                + "above, \(lower) h in the \(width) % below that")
        guard let first = below.first, let last = below.last, below.count >= figures.hoursMin.value,
            below.count >= figures.timesAboveMin.value * above, below.count >= figures.timesLowerMin.value * lower
        else { return .nothing(words) }
        let sign = FoundSign(
            firstHour: input.curve.hour(first), lastHour: input.curve.hour(last),
            figures: [
                "limit": CurveSteps.text(limit), "belowHours": "\(below.count)", "aboveHours": "\(above)",
                "lowerHours": "\(lower)",
            ])
        return Ruling(outcome: Outcome(sign: sign), steps: [words])
    }
}
