public import Facts
public import Kernel

/// What stands in for hours of a stack without valid values (HJ 75-2017): the greatest of the last 180, 720 or 2,160
/// valid hours. For the emitted amount only; it never judges a concentration.
public enum StackSubstitution {
    /// Why the hours are missing; it says before which moment the valid hours are taken.
    public enum Cause: String, Codable, Sendable, CaseIterable {
        /// 失控: from the last passed calibration on nothing counts, so the hours before it are taken.
        case outOfControl = "out-of-control"
        /// Invalid or under maintenance: the hours before the failure.
        case invalid

        /// Before what the valid hours are taken, in words.
        public var phrase: Phrase {
            switch self {
            case .outOfControl: Phrase("上次校准合格前", "before the last passed calibration")
            case .invalid: Phrase("失效前", "before the failure")
            }
        }
    }

    /// How far back to look.
    public enum Window: Codable, Sendable, Equatable {
        /// The greatest of so many valid hours.
        case lastValidHours(Int)
        /// The capture rate is too low for automatic data to be filled.
        case none
    }

    /// What stands in.
    public enum Outcome: Codable, Sendable, Equatable {
        /// The greatest value, and of how many hours.
        case value(DecimalNumber, of: Int)
        /// There is no window, or no valid hour in it.
        case none
    }

    /// The window for a gap.
    ///
    /// - Parameters:
    ///   - capturePercent: The quarter's capture rate.
    ///   - missingHours: How many hours the gap has, at least one.
    public static func window(
        capturePercent: ExactQuotient, missingHours: Int, figures: SubstitutionFigures
    ) -> Ruling<Window> {
        precondition(missingHours > 0, "a gap has at least one hour")
        let capture = "\(capturePercent.rounded(fractionDigits: 2)) %"
        guard capturePercent >= ExactQuotient(DecimalNumber(figures.captureLowPercentMin.value)) else {
            let limit = figures.captureLowPercentMin.shown(unit: "%")
            let step = Phrase(
                "捕集率 \(capture) < \(limit.zh)，自动监测数据不作替代",
                "capture \(capture) < \(limit.en): automatic data are not filled")
            return Ruling(outcome: .none, steps: [step])
        }
        let figure: RuleFigure<Int>
        if capturePercent < ExactQuotient(DecimalNumber(figures.captureHighPercentMin.value)) {
            figure = figures.lowCaptureWindowHours
        } else if missingHours <= figures.shortGapHoursMax.value {
            figure = figures.shortGapWindowHours
        } else {
            figure = figures.longGapWindowHours
        }
        let window = (zh: figure.shown(unit: "小时").zh, en: figure.shown(unit: "h").en)
        let step = Phrase(
            "捕集率 \(capture)，缺 \(missingHours) 小时：取此前 \(window.zh) 有效值中的最大值",
            "capture \(capture), \(missingHours) h missing: the greatest of the \(window.en) of valid values before")
        return Ruling(outcome: .lastValidHours(figure.value), steps: [step])
    }

    /// The value that stands in, from the valid hourly values before the moment that the cause names, oldest first.
    /// With fewer valid hours than the window has, the greatest of those there are.
    public static func value(
        before history: [DecimalNumber], window: Window, cause: Cause
    ) -> Ruling<Outcome> {
        guard case .lastValidHours(let hours) = window, let greatest = history.suffix(hours).max() else {
            let step = Phrase("\(cause.phrase.zh)没有可用的有效小时", "no valid hour to take \(cause.phrase.en)")
            return Ruling(outcome: .none, steps: [step])
        }
        let count = min(hours, history.count)
        let step = Phrase(
            "\(cause.phrase.zh) \(count) 个有效小时的最大值 \(greatest)，仅用于核算排放量",
            "the greatest of \(count) valid hours \(cause.phrase.en): \(greatest), for the amount only")
        return Ruling(outcome: .value(greatest, of: count), steps: [step])
    }
}
