import Facts

/// What may look as if somebody had made the values.
enum SignKind: String, Codable, Sendable, CaseIterable {
    case flatLine = "flat-line"
    case repeatedDigits = "repeated-digits"
    case clippedRange = "clipped-range"
    case copiedCurve = "copied-curve"
    case timelyCalibration = "timely-calibration"
    case belowLimit = "below-limit"
    case rewrittenHours = "rewritten-hours"
    case clockDrift = "clock-drift"
    case computedDifference = "computed-difference"
    case convertedDifference = "converted-difference"

    /// The rule that sees it.
    var rule: RuleDescriptor {
        switch self {
        case .flatLine: HeedingMarks<FlatLine, FlatLineFigures>.descriptor
        case .repeatedDigits: HeedingMarks<RepeatedDigits, RepeatedDigitsFigures>.descriptor
        case .clippedRange: HeedingMarks<ClippedRange, ClippedRangeFigures>.descriptor
        case .copiedCurve: CopiedCurve.descriptor
        case .timelyCalibration: HeedingMarks<TimelyCalibration, TimelyCalibrationFigures>.descriptor
        case .belowLimit: HeedingMarks<StoppingBelowLimit, BelowLimitFigures>.descriptor
        case .rewrittenHours: RewrittenExceedances.descriptor
        case .clockDrift: DriftingClock.descriptor
        case .computedDifference: ComputedDifference.descriptor
        case .convertedDifference: ConversionDoubt.descriptor
        }
    }
}
