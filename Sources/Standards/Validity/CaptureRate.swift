public import Facts
import Kernel

/// 有效捕集率 and 有效性: whether there are enough valid values for a period to be judged.
public enum CaptureRate {
    /// What is known of a period.
    public enum Outcome: Codable, Sendable, Equatable {
        /// Enough.
        case valid
        /// Too few.
        case notValid
        /// Nothing was to be measured: the source stood still all the time.
        case nothingExpected
    }

    /// The capture rate of a quarter beside its verdict.
    public struct Quarter: Codable, Sendable, Equatable {
        /// (hours − stopped − invalid) ÷ (hours − stopped), per cent; nil when the source stood still.
        public let percent: ExactQuotient?
        /// Whether it suffices.
        public let outcome: Outcome
    }

    /// Whether a stack's hour has enough valid minutes (0…60); calibration, maintenance and fault do not count.
    public static func hour(validMinutes: Int, figures: ValidityFigures) -> Ruling<Outcome> {
        atLeast(
            figures.hourMinutesMin, found: validMinutes, unit: Phrase("分钟", "min"),
            what: Phrase("小时内有效数据", "valid data of the hour"))
    }

    /// Whether a stack's day has enough valid hours (0…24).
    public static func stackDay(validHours: Int, figures: ValidityFigures) -> Ruling<Outcome> {
        atLeast(
            figures.stackDayHoursMin, found: validHours, unit: Phrase("小时", "h"),
            what: Phrase("当日有效小时", "valid hours of the day"))
    }

    /// Whether a day of waste water has the wanted share of the readings its sampling plan expects.
    public static func waterDay(validReadings: Int, expected: Int, figures: ValidityFigures) -> Ruling<Outcome> {
        let figure = figures.waterDaySharePercentMin
        guard expected > 0 else {
            let step = Phrase("当日监测计划无应测数据", "the sampling plan of the day expects no reading")
            return Ruling(outcome: .nothingExpected, steps: [step])
        }
        let isEnough = 100 * validReadings >= figure.value * expected
        let (share, sign) = (figure.shown(unit: "%"), isEnough ? "≥" : "<")
        let percent = ExactQuotient(DecimalNumber(100 * validReadings), over: DecimalNumber(expected))
        let words = "\(validReadings)/\(expected) = \(percent.rounded(fractionDigits: 2)) % \(sign)"
        return Ruling(
            outcome: isEnough ? .valid : .notValid,
            steps: [Phrase("当日有效数据 \(words) \(share.zh)", "valid readings of the day \(words) \(share.en)")])
    }

    /// The capture rate of a stack's quarter, from whole hours.
    public static func quarter(hours: Int, stopped: Int, invalid: Int, figures: ValidityFigures) -> Ruling<Quarter> {
        precondition(stopped >= 0 && invalid >= 0 && stopped + invalid <= hours, "hours are parts of the quarter")
        let running = hours - stopped
        guard running > 0 else {
            let step = Phrase("全季停运，无捕集率", "the source stood still all the quarter: no capture rate")
            return Ruling(outcome: Quarter(percent: nil, outcome: .nothingExpected), steps: [step])
        }
        let percent = ExactQuotient(DecimalNumber(100 * (running - invalid)), over: DecimalNumber(running))
        let figure = figures.quarterCapturePercentMin
        let isEnough = percent >= ExactQuotient(DecimalNumber(figure.value))
        let (limit, sign) = (figure.shown(unit: "%"), isEnough ? "≥" : "<")
        let words =
            "(\(hours) − \(stopped) − \(invalid)) ÷ (\(hours) − \(stopped)) = "
            + "\(percent.rounded(fractionDigits: 2)) % \(sign)"
        return Ruling(
            outcome: Quarter(percent: percent, outcome: isEnough ? .valid : .notValid),
            steps: [Phrase("季度有效捕集率 \(words) \(limit.zh)", "capture rate of the quarter \(words) \(limit.en)")])
    }

    private static func atLeast(
        _ figure: RuleFigure<Int>, found: Int, unit: Phrase, what: Phrase
    ) -> Ruling<Outcome> {
        let isEnough = found >= figure.value
        let sign = isEnough ? "≥" : "<"
        let step = Phrase(
            "\(what.zh) \(found) \(unit.zh) \(sign) \(figure.shown(unit: unit.zh).zh)",
            "\(what.en): \(found) \(unit.en) \(sign) \(figure.shown(unit: unit.en).en)")
        return Ruling(outcome: isEnough ? .valid : .notValid, steps: [step])
    }
}
