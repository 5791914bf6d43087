import Facts
import Kernel
import Standards

/// MON-24: calibrations (mark C) stand beside high values far more often than hours are high at all.
struct TimelyCalibration: DecisionRule {
    typealias Input = SignInput<TimelyCalibrationFigures>
    typealias Outcome = SignOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-24", version: 1,
        title: Phrase("适时校准：校准总在数值将要超标时进行", "timely calibration: calibrations come when the limit is near"),
        basis: Phrase(
            "自动监测数据造假迹象；无公开阈值，均为设计值", "a sign of made values; no public source fixes a threshold"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { look(at: input.steps, input) }

    /// The same with the curve's values as whole numbers at hand.
    static func look(at steps: CurveSteps, _ input: Input) -> Ruling<Outcome> {
        let (figures, values) = (input.figures, steps.values)
        guard let limit = input.limit.flatMap({ CurveSteps.scaled($0.limit) }) else {
            return .nothing(Phrase("当日无限值", "no limit in force"))
        }
        func isHigh(_ place: Int) -> Bool {
            guard values.indices.contains(place), let value = values[place] else { return false }
            return 100 * value >= Int64(figures.highPercent.value) * limit
        }
        let calibrations = spans(of: "C", in: input.curve.marks)
        let timely = calibrations.filter { isHigh($0.lowerBound - 1) || isHigh($0.upperBound) }
        let (high, all) = (values.indices.count(where: isHigh), steps.known.count)
        let words = Phrase(
            "校准 \(calibrations.count) 次，其中 \(timely.count) 次紧邻 ≥ 限值 \(figures.highPercent.value) % 的小时；"
                + "全部有效小时 \(all) 个中仅 \(high) 个如此高",
            "\(calibrations.count) calibrations, \(timely.count) of them beside an hour of at least "
                + "\(figures.highPercent.value) % of the limit; of all \(all) valid hours \(high) are that high")
        // timely ÷ calibrations against high ÷ all, without dividing.
        guard let first = timely.first, let last = timely.last, timely.count >= figures.timesMin.value,
            100 * timely.count >= figures.sharePercentMin.value * calibrations.count,
            timely.count * all >= figures.timesOftenerMin.value * high * calibrations.count
        else { return .nothing(words) }
        let sign = FoundSign(
            firstHour: input.curve.hour(first.lowerBound), lastHour: input.curve.hour(last.upperBound - 1),
            figures: [
                "calibrations": "\(calibrations.count)", "timely": "\(timely.count)", "highHours": "\(high)",
                "validHours": "\(all)",
            ])
        return Ruling(outcome: Outcome(sign: sign), steps: [words])
    }

    /// Neighbouring hours with a mark.
    private static func spans(of mark: String, in marks: [String?]) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        for place in marks.indices where marks[place] == mark {
            if let last = spans.last, last.upperBound == place {
                spans[spans.count - 1] = last.lowerBound..<(place + 1)
            } else {
                spans.append(place..<(place + 1))
            }
        }
        return spans
    }
}
