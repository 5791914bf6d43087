import Standards

/// From when values look made, from `share/rules/falsification-signs.json`. No public source fixes any of these: all
/// are design values, set on honest curves (`docs/method/falsification-signs.md`).
struct SignFigures: Codable, Hashable, Sendable {
    let flatLine: FlatLineFigures
    let repeatedDigits: RepeatedDigitsFigures
    let clippedRange: ClippedRangeFigures
    let copiedCurve: CopiedCurveFigures
    let timelyCalibration: TimelyCalibrationFigures
    let belowLimit: BelowLimitFigures
    let rewrittenHours: RewrittenHoursFigures
    let clockDrift: ClockDriftFigures
    let computedDifference: ComputedDifferenceFigures
    let convertedDifference: ConversionDoubtFigures
}

/// From when a constant value is a sign.
struct FlatLineFigures: Codable, Hashable, Sendable {
    /// Equal valid hours in a row.
    let hoursMin: RuleFigure<Int>
    /// The value in steps of its resolution; a coarse value is constant honestly.
    let stepsMin: RuleFigure<Int>
    /// Honest curves like this one would show such a run at most once in so many months.
    let oneInMin: RuleFigure<Int>
    /// With fewer neighbouring hours to compare with, every second is taken to be equal.
    let comparedPairsMin: RuleFigure<Int>
}

/// From when last digits are a sign.
struct RepeatedDigitsFigures: Codable, Hashable, Sendable {
    /// Values whose last digit is not zero.
    let valuesMin: RuleFigure<Int>
    /// Half of the values must lie further apart than so many steps, or the last digit is no chance.
    let spreadStepsMin: RuleFigure<Int>
    /// The two most frequent of the digits 1 to 9, per cent of all; chance gives 22.
    let topTwoPercentMin: RuleFigure<Int>
}

/// From when a ceiling is a sign.
struct ClippedRangeFigures: Codable, Hashable, Sendable {
    /// Hours exactly at the greatest value.
    let hoursMin: RuleFigure<Int>
    /// Separate times that the ceiling was reached.
    let timesMin: RuleFigure<Int>
    /// Valid hours needed in the window.
    let validHoursMin: RuleFigure<Int>
    /// The ceiling in steps of its resolution.
    let stepsMin: RuleFigure<Int>
    /// The band below the ceiling, per cent, that must hold no more hours than the ceiling itself.
    let bandPercent: RuleFigure<Int>
}

/// From when two curves are too much alike.
struct CopiedCurveFigures: Codable, Hashable, Sendable {
    /// Hours in which both have a valid value.
    let hoursMin: RuleFigure<Int>
    /// Different values in each of them.
    let distinctMin: RuleFigure<Int>
    /// The coefficient of determination, per mille.
    let determinationPermilleMin: RuleFigure<Int>
    /// Days back in which a model is looked for.
    let daysBack: RuleFigure<Int>
    /// Candidates examined for one curve and day.
    let candidatesMax: RuleFigure<Int>
}

/// From when calibrations come too timely.
struct TimelyCalibrationFigures: Codable, Hashable, Sendable {
    /// Calibrations beside a high value.
    let timesMin: RuleFigure<Int>
    /// Of all calibrations, per cent.
    let sharePercentMin: RuleFigure<Int>
    /// High begins at so many per cent of the limit.
    let highPercent: RuleFigure<Int>
    /// So many times more often than hours are high at all.
    let timesOftenerMin: RuleFigure<Int>
}

/// From when values stop too well below their limit.
struct BelowLimitFigures: Codable, Hashable, Sendable {
    /// The width of each band, per cent of the limit.
    let bandPercent: RuleFigure<Int>
    /// Hours in the band up to the limit.
    let hoursMin: RuleFigure<Int>
    /// So many times as many hours below as above the limit.
    let timesAboveMin: RuleFigure<Int>
    /// So many times as many hours as in the band below that one.
    let timesLowerMin: RuleFigure<Int>
    /// The limit in steps of the values' resolution.
    let stepsMin: RuleFigure<Int>
}

/// From when sent versions are a sign.
struct RewrittenHoursFigures: Codable, Hashable, Sendable {
    /// By how much a later version is lower, per cent of the earlier one.
    let lowerPercentMin: RuleFigure<Int>
    /// Hours that were lowered; one suffices where the earlier version stood above the limit and the later does not.
    let hoursMin: RuleFigure<Int>
    /// A version that is another one rounded, and no more than so many per cent lower, is none of its own; nil in
    /// decisions of the time before.
    let roundedPercentMax: RuleFigure<Int>?
    /// Hours looked back over.
    let hoursBack: RuleFigure<Int>
}

/// From when a clock is a sign.
struct ClockDriftFigures: Codable, Hashable, Sendable {
    /// Hour frames needed.
    let framesMin: RuleFigure<Int>
    /// Seconds between receipt and QN, either way, in the middle of the day's frames.
    let secondsMin: RuleFigure<Int>
}
