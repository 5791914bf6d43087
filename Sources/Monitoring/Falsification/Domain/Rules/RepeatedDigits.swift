import Facts
import Kernel
import Standards

/// MON-21: the last digits of values are not what measuring leaves to chance: two digits make up most of them.
struct RepeatedDigits: DecisionRule {
    typealias Input = SignInput<RepeatedDigitsFigures>
    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-21", version: 1,
        title: Phrase("尾数异常：少数尾数占了多数", "repeated digits: few last digits make up most values"),
        basis: Phrase(
            "自动监测数据造假迹象；无公开阈值，均为设计值", "a sign of made values; no public source fixes a threshold"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { look(at: input.steps, input) }

    /// The same with the curve's values as whole numbers at hand.
    static func look(at steps: CurveSteps, _ input: Input) -> Ruling<Outcome> {
        let figures = input.figures
        let values = steps.known.filter { $0.isMultiple(of: steps.step) }.map { $0 / steps.step }.sorted()
        let last = values.map { Int($0.magnitude % 10) }
        // Zeros say more about the resolution than about who wrote the number.
        let digits = last.filter { $0 != 0 }
        guard digits.count >= figures.valuesMin.value else {
            return .nothing(
                Phrase("尾数非零的有效值 \(digits.count) 个，不足以判断", "\(digits.count) values with a last digit: too few"))
        }
        let spread = values[3 * values.count / 4] - values[values.count / 4]
        guard spread >= Int64(figures.spreadStepsMin.value) else {
            return .nothing(
                Phrase("数值过于集中（\(spread) 个分辨率），尾数不随机", "values lie too close (\(spread) steps) for chance digits"))
        }
        let counts = (1...9).map { digit in (digit: digit, count: digits.count { $0 == digit }) }
            .sorted { ($1.count, $0.digit) < ($0.count, $1.digit) }
        let topTwo = counts[0].count + counts[1].count
        let percent = 100 * topTwo / digits.count
        let words = Phrase(
            "\(digits.count) 个非零尾数中，\(counts[0].digit) 和 \(counts[1].digit) 占 \(percent) %"
                + "（随机约 22 %，至少 \(figures.topTwoPercentMin.value) % 才算迹象）",
            "of \(digits.count) last digits other than zero, \(counts[0].digit) and \(counts[1].digit) make up "
                + "\(percent) % (chance gives 22 %, a sign from \(figures.topTwoPercentMin.value) %)")
        guard 100 * topTwo >= figures.topTwoPercentMin.value * digits.count else { return .nothing(words) }
        let sign = FoundSign(
            firstHour: input.curve.start, lastHour: input.curve.hour(input.curve.values.count - 1),
            figures: [
                "values": "\(digits.count)", "digits": "\(counts[0].digit), \(counts[1].digit)",
                "share_percent": "\(percent)",
            ])
        return Ruling(outcome: Outcome(sign: sign), steps: [words])
    }
}
