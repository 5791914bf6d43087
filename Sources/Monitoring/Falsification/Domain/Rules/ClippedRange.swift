import Facts
import Kernel
import Standards

/// MON-22: a curve reaches exactly the same greatest value again and again, and comes near it less often.
struct ClippedRange: DecisionRule {
    typealias Input = SignInput<ClippedRangeFigures>
    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-22", version: 1,
        title: Phrase("削顶：曲线一再停在同一最高值", "clipped range: a curve stops at the same greatest value again and again"),
        basis: Phrase(
            "自动监测数据造假迹象（量程调低、数值封顶）；无公开阈值，均为设计值",
            "a sign of made values (range lowered, values capped); no public source fixes a threshold"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { look(at: input.steps, input) }

    /// The same with the curve's values as whole numbers at hand.
    static func look(at steps: CurveSteps, _ input: Input) -> Ruling<Outcome> {
        let (figures, values) = (input.figures, steps.values)
        let known = steps.known
        guard known.count >= figures.validHoursMin.value, let top = known.max(), top > 0,
            top / steps.step >= Int64(figures.stepsMin.value)
        else { return .nothing(Phrase("有效小时不足，或分辨率过粗", "too few valid hours, or too coarse a resolution")) }
        let atTop = values.indices.filter { values[$0] == top }
        let times = atTop.count { $0 == 0 || values[$0 - 1] != top }
        let floor = Int64(100 - figures.bandPercent.value)
        let near = known.count { $0 < top && 100 * $0 >= floor * top }
        let others = Dictionary(known.filter { $0 != top }.map { ($0, 1) }, uniquingKeysWith: +).values.max() ?? 0
        let words = Phrase(
            "最高值 \(CurveSteps.text(top)) 出现 \(atTop.count) 小时、\(times) 次；其下 \(figures.bandPercent.value) % 内 "
                + "\(near) 小时；其他数值最多出现 \(others) 小时",
            "the greatest value \(CurveSteps.text(top)) in \(atTop.count) h, \(times) times; \(near) h within "
                + "\(figures.bandPercent.value) % below it; any other value in at most \(others) h")
        guard let first = atTop.first, let last = atTop.last, last >= values.count - 24,
            atTop.count >= figures.hoursMin.value, times >= figures.timesMin.value, atTop.count >= near,
            atTop.count >= others
        else { return .nothing(words) }
        let sign = FoundSign(
            firstHour: input.curve.hour(first), lastHour: input.curve.hour(last),
            figures: [
                "ceiling": CurveSteps.text(top), "hours": "\(atTop.count)", "times": "\(times)", "nearHours": "\(near)",
            ])
        return Ruling(outcome: Outcome(sign: sign), steps: [words])
    }
}
