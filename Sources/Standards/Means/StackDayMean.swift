public import Facts
public import Kernel

/// The daily mean of a stack: the arithmetic mean of the valid hourly means of a natural day (GB 18484-2020 3.19,
/// GB 18485-2014).
///
/// Converted values are converted hour by hour first: the mean of converted values is not the converted mean.
public enum StackDayMean {
    /// The mean of the valid hours of a day, in their unit; an hour that must not be judged is nil.
    public static func of(_ hours: [DecimalNumber?], figures: ValidityFigures) -> Ruling<DayMean> {
        let valid = hours.compactMap { $0 }
        let capture = CaptureRate.stackDay(validHours: valid.count, figures: figures)
        guard capture.outcome == .valid, !valid.isEmpty else {
            let step = Phrase("有效小时不足，不计算日均值", "too few valid hours: no daily mean")
            return Ruling(outcome: .notEnough(values: valid.count), steps: capture.steps + [step])
        }
        let mean = DayMean.arithmetic(valid)
        let step = Phrase(
            "日均值 = \(mean.numerator) ÷ \(valid.count) = \(mean.text)",
            "daily mean = \(mean.numerator) ÷ \(valid.count) = \(mean.text)")
        return Ruling(outcome: .mean(mean, values: valid.count), steps: capture.steps + [step])
    }
}
