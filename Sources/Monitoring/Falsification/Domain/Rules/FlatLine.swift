import Facts
import Kernel
import Standards

/// MON-20: a value of fine resolution stays exactly the same for hours in which curves like this one move.
struct FlatLine: DecisionRule {
    typealias Input = SignInput<FlatLineFigures>
    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-20", version: 1,
        title: Phrase("恒值：数值连续多小时一字不变", "flat line: a value stays the same to the last digit for hours"),
        basis: Phrase(
            "自动监测数据造假迹象；无公开阈值，均为设计值", "a sign of made values; no public source fixes a threshold"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { look(at: input.steps, input) }

    /// The same with the curve's values as whole numbers at hand.
    static func look(at steps: CurveSteps, _ input: Input) -> Ruling<Outcome> {
        let figures = input.figures
        guard let run = longestRun(in: steps.values), let value = steps.values[run.lowerBound] else {
            return .nothing(Phrase("当日无有效小时值", "no valid hour on the day"))
        }
        let resolution = value.magnitude / UInt64(steps.step)
        let words = Phrase(
            "数值 \(CurveSteps.text(value)) 连续 \(run.count) 小时不变（至少 \(figures.hoursMin.value) 小时），"
                + "为分辨率的 \(resolution) 倍（至少 \(figures.stepsMin.value) 倍）",
            "\(CurveSteps.text(value)) for \(run.count) h in a row (at least \(figures.hoursMin.value)), "
                + "\(resolution) steps of its resolution (at least \(figures.stepsMin.value))")
        guard run.count >= figures.hoursMin.value, resolution >= UInt64(max(0, figures.stepsMin.value)) else {
            return .nothing(words)
        }
        let (equal, pairs) = neighbours(in: steps.values, outside: run)
        let isFew = pairs < figures.comparedPairsMin.value
        let share = isFew ? max(0.5, estimate(equal, pairs)) : estimate(equal, pairs)
        let chance = chance(of: run.count, share: share, hours: steps.values.count)
        let isRare = chance * Double(figures.oneInMin.value) <= 1
        let rarity = Phrase(
            "其余相邻小时 \(pairs) 对中 \(equal) 对相等；如此长的恒值\(isRare ? "少于" : "不少于")每 "
                + "\(figures.oneInMin.value) 个月一次",
            "of \(pairs) other neighbouring hours \(equal) are equal; such a run comes \(isRare ? "less" : "no less") "
                + "often than once in \(figures.oneInMin.value) months")
        guard isRare else { return .nothing(words, rarity) }
        let sign = FoundSign(
            firstHour: input.curve.hour(run.lowerBound), lastHour: input.curve.hour(run.upperBound - 1),
            figures: [
                "hours": "\(run.count)", "value": CurveSteps.text(value), "pairs": "\(pairs)", "equalPairs": "\(equal)",
            ])
        return Ruling(outcome: Outcome(sign: sign), steps: [words, rarity])
    }

    /// The longest run of equal values that reaches into the last 24 hours.
    private static func longestRun(in values: [Int64?]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        for place in values.indices.dropFirst() where values[place] != values[place - 1] {
            best = longer(best, start..<place, values)
            start = place
        }
        return values.isEmpty ? nil : longer(best, start..<values.count, values)
    }

    private static func longer(_ best: Range<Int>?, _ run: Range<Int>, _ values: [Int64?]) -> Range<Int>? {
        guard values[run.lowerBound] != nil, run.upperBound > values.count - 24 else { return best }
        return run.count > best?.count ?? 0 ? run : best
    }

    private static func neighbours(in values: [Int64?], outside run: Range<Int>) -> (equal: Int, pairs: Int) {
        var (equal, pairs) = (0, 0)
        for place in values.indices.dropFirst() where !run.contains(place) && !run.contains(place - 1) {
            guard let value = values[place], let before = values[place - 1] else { continue }
            pairs += 1
            if value == before { equal += 1 }
        }
        return (equal, pairs)
    }

    private static func estimate(_ equal: Int, _ pairs: Int) -> Double { Double(equal + 1) / Double(pairs + 2) }

    /// How many runs of this length a window of so many hours holds by chance; products only, so that every machine
    /// comes to the same.
    private static func chance(of run: Int, share: Double, hours: Int) -> Double {
        (1..<max(run, 1)).reduce(Double(hours)) { product, _ in product * share }
    }
}

extension Ruling where Outcome == SignOutcome {
    /// Nothing was seen, and why.
    static func nothing(_ steps: Phrase...) -> Ruling { Ruling(outcome: SignOutcome(sign: nil), steps: steps) }
}
