/// What kind of value an item holds: the part of its key behind the last hyphen.
public enum Suffix: String, Sendable, Hashable, CaseIterable {
    /// Instantaneous value.
    case rtd = "Rtd"
    case min = "Min"
    case avg = "Avg"
    case max = "Max"
    /// Total over the period.
    case cou = "Cou"
    /// Instantaneous value converted to reference oxygen (折算).
    case zsRtd = "ZsRtd"
    case zsMin = "ZsMin"
    case zsAvg = "ZsAvg"
    case zsMax = "ZsMax"
    /// Data mark (数据标记): N, F, M, S, D, C, T, B…
    case flag = "Flag"
    /// Mark of the maker.
    case eFlag = "EFlag"
    /// When the sample behind the value was taken, 14 digits.
    case sampleTime = "SampleTime"
    /// Noise over the whole period.
    case wholePeriod = "Data"
    case dayPeriod = "DayData"
    case nightPeriod = "NightData"
    /// Running state of equipment.
    case runState = "RS"
    /// Running time of equipment in the day, hours.
    case runTime = "RT"
    /// Site information.
    case siteInformation = "Info"
    /// Instrument number.
    case serialNumber = "SN"
    /// 2005: alarm.
    case alarm = "Ala"
    /// 2005: upper alarm limit.
    case upValue = "UpValue"
    /// 2005: lower alarm limit.
    case lowValue = "LowValue"
    /// 2025: mean before conversion.
    case rawAvg = "RawAvg"
    case completeTime = "CompleteTime"
    case sampleType = "SampleType"
    /// 2025: reading of a standard sample.
    case sampleReading = "SampleRd"
    case standardValue = "StandardValue"
    case resultType = "ResultType"

    /// Reads a suffix in any case, blanks around it allowed; `td` is a widespread slip for `Rtd`.
    init?(reading text: some StringProtocol) {
        let spelling = text.withoutOuterBlanks.lowercased()
        guard let suffix = Self.bySpelling[spelling] else { return nil }
        self = suffix
    }

    static let slipForRtd = "td"

    private static let bySpelling: [String: Suffix] =
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) } + [(slipForRtd, .rtd)])

    /// Whether the value is a time of 14 digits.
    var isTime: Bool { self == .sampleTime || self == .completeTime }

    /// Whether a factor has at most one value of this kind in a frame.
    var isSingle: Bool { self != .siteInformation }
}
