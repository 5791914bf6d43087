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
        case .flatLine: FlatLine.descriptor
        case .repeatedDigits: RepeatedDigits.descriptor
        case .clippedRange: ClippedRange.descriptor
        case .copiedCurve: CopiedCurve.descriptor
        case .timelyCalibration: TimelyCalibration.descriptor
        case .belowLimit: StoppingBelowLimit.descriptor
        case .rewrittenHours: RewrittenHours.descriptor
        case .clockDrift: DriftingClock.descriptor
        case .computedDifference: ComputedDifference.descriptor
        case .convertedDifference: ConversionDifference.descriptor
        }
    }
}
