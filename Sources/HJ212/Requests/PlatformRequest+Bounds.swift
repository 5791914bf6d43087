extension PlatformRequest {
    /// Seconds of OverTime: two digits since 2017, up to a day in 2005.
    static func overTimeBounds(in edition: Edition) -> ClosedRange<Int> { 1...(edition == .hjt2005 ? 86400 : 99) }
    static let reCountBounds = 1...99
    static let realTimeIntervalBounds = 30...3600
    static let warnTimeBounds = 1...99999
    static let samplingHoursBounds = 1...24
    /// The standard says six; vendors' word codes are longer (design value).
    static let factorLengthMax = 20
    static let addressLengthMax = 40
    static let alarmLimitCountMax = 20

    /// Why the values cannot be sent, in an edition that knows the command; nil when they can.
    func refusal(in edition: Edition) -> RequestRefusal? {
        switch self {
        case .setTimeouts(let overTimeS, let reCount):
            .unless(Self.overTimeBounds(in: edition), "OverTime", overTimeS)
                ?? .unless(Self.reCountBounds, "ReCount", reCount)
        case .setRealTimeInterval(let seconds): .unless(Self.realTimeIntervalBounds, "RtdInterval", seconds)
        case .setMinuteInterval(let minutes):
            .unlessMinutes(minutes)
        case .setPassword(let password): Self.text(edition == .hjt2005 ? "PW" : "NewPW", password, 1...6, .letters)
        case .setDeviceNumber(let number): Self.text("i23005-Info", number, 24...24, .capitals)
        case .setKey(_, let key): Self.text("NewSK", key, 16...16, .printable)
        case .history(let kind, let from, let to, _): Self.range(from, to, alignmentS: kind.alignmentS)
        case .setWarnTime(let time): .unless(Self.warnTimeBounds, "WarnTime", time)
        case .setPlatformAddress(let address):
            Self.text("AlarmTarget", address, 1...Self.addressLengthMax, .printable)
        case .readAlarmLimits(let factors):
            .unless(1...Self.alarmLimitCountMax, "PolId count", factors.count) ?? Self.factors(factors)
        case .setAlarmLimits(let limits):
            .unless(1...Self.alarmLimitCountMax, "limit count", limits.count)
                ?? Self.factors(limits.map(\.factor)) ?? limits.compactMap(Self.decimals(of:)).first
        case .setSamplingHours(let factor, let hours):
            Self.factors([factor]) ?? .unless(1...24, "CTime count", hours.count)
                ?? hours.compactMap { .unless(0...23, "CTime", $0) }.first
        case .setSamplingPeriod(let factor, _, let hours):
            Self.factors([factor]) ?? .unless(Self.samplingHoursBounds, "CTime", hours)
        case .readSiteInformation(let factor, let item, _):
            Self.factors([factor].compactMap { $0 }) ?? Self.text("InfoId", item, 1...6, .letters)
        case .setSiteParameter(let factor, let item, _):
            Self.factors([factor]) ?? Self.text("InfoId", item, 1...6, .letters)
        case .readTime(let factor), .setTime(_, let factor), .retainSampleNow(let factor):
            Self.factors([factor].compactMap { $0 })
        case .calibrate(let factor, _), .sampleNow(let factor), .startCleaning(let factor), .compareSample(let factor),
            .operateEquipment(let factor), .readSamplingPeriod(let factor), .readResultDelay(let factor),
            .readInstrumentNumber(let factor), .standardCheck(let factor):
            Self.factors([factor])
        case .readRealTimeInterval, .readMinuteInterval, .startRealTime, .stopRealTime, .startEquipmentState,
            .stopEquipmentState, .retainSample, .readPlatformAddress, .readReportTime, .setReportTime:
            nil
        }
    }

    // MARK: - One field

    private enum Alphabet: String {
        case letters = "letters or digits"
        case capitals = "digits or capital letters"
        case printable = "printable characters without separators"

        func holds(_ byte: UInt8) -> Bool {
            switch self {
            case .letters: byte.isLetterOrDigit
            case .capitals: byte.isLetterOrDigit && byte < UInt8(ascii: "a")
            case .printable: WireText.fitsHeader(String(UnicodeScalar(byte)))
            }
        }
    }

    private static func text(
        _ field: String, _ value: String, _ lengths: ClosedRange<Int>, _ alphabet: Alphabet
    ) -> RequestRefusal? {
        guard !lengths.contains(value.utf8.count) || !value.utf8.allSatisfy(alphabet.holds) else { return nil }
        let length =
            lengths.count == 1 ? "\(lengths.lowerBound)" : "\(lengths.lowerBound) to \(lengths.upperBound)"
        return .outOfBounds(field: field, value: value, allowed: "\(length) \(alphabet.rawValue)")
    }

    private static func factors(_ factors: [String]) -> RequestRefusal? {
        factors.compactMap { text("PolId", $0, 1...factorLengthMax, .printable) }.first
    }

    private static func decimals(of limit: AlarmLimit) -> RequestRefusal? {
        for (suffix, value) in [("LowValue", limit.lower), ("UpValue", limit.upper)]
        where ValueShape(of: value) != .number {
            return .outOfBounds(
                field: "\(limit.factor)-\(suffix)", value: value, allowed: "a decimal of at most 18 characters")
        }
        return nil
    }

    private static func range(_ from: CivilStamp, _ to: CivilStamp, alignmentS: Int64) -> RequestRefusal? {
        guard from <= to else { return .reversedRange }
        // Local midnight is a whole number of hours from midnight of UTC, not of days.
        for (field, stamp) in [("BeginTime", from), ("EndTime", to)] {
            let inDay = Int64((stamp.hour * 60 + stamp.minute) * 60 + stamp.second)
            guard inDay % alignmentS == 0, stamp.millisecond == 0 else {
                return .notAligned(field: field, alignmentS: alignmentS)
            }
        }
        return nil
    }
}
