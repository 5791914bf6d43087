extension PlatformRequest {
    /// The data area in an edition: groups end at `;`, items of a group at `,`, as the standard's examples have it.
    func area(in edition: Edition) -> [[Item]] {
        switch self {
        case .setTimeouts(let overTimeS, let reCount):
            Self.separate(("OverTime", "\(overTimeS)"), ("ReCount", "\(reCount)"))
        case .setWarnTime(let time): Self.separate(("WarnTime", "\(time)"))
        case .setDeviceNumber(let number): Self.separate(("i23005-Info", number))
        case .readTime(let factor), .retainSampleNow(let factor): Self.separate(("PolId", factor))
        case .setTime(let stamp, let factor): Self.separate(("PolId", factor), ("SystemTime", stamp.text14))
        case .setKey(let created, let key): Self.joined(("SKCreateTime", created.text17), ("NewSK", key))
        case .readAlarmLimits(let factors): factors.map { [Item(key: "PolId", value: $0)] }
        case .setAlarmLimits(let limits): limits.map(\.group)
        case .setPlatformAddress(let address): Self.separate(("AlarmTarget", address))
        case .setReportTime(let time): Self.separate(("ReportTime", time.text4))
        case .setRealTimeInterval(let seconds): Self.separate(("RtdInterval", "\(seconds)"))
        case .setMinuteInterval(let minutes): Self.separate(("MinInterval", "\(minutes)"))
        case .setPassword(let password): Self.separate((edition == .hjt2005 ? "PW" : "NewPW", password))
        case .history(_, let from, let to, let separator): Self.range(from, to, separator)
        case .calibrate(let factor, let type):
            Self.joined(("PolId", factor), ("CalibrationType", type.map { "\($0.rawValue)" }))
        case .sampleNow(let factor), .startCleaning(let factor), .operateEquipment(let factor),
            .compareSample(let factor), .readSamplingPeriod(let factor), .readResultDelay(let factor),
            .readInstrumentNumber(let factor), .standardCheck(let factor):
            Self.separate(("PolId", factor))
        case .setSamplingHours(let factor, let hours):
            [[Item(key: "PolId", value: factor)] + hours.map { Item(key: "CTime", value: String($0, digits: 2)) }]
        case .setSamplingPeriod(let factor, let start, let hours):
            Self.separate(("PolId", factor), ("CstartTime", start.text6), ("CTime", "\(hours)"))
        case .readSiteInformation(let factor, let item, let range):
            Self.separate(("PolId", factor), ("InfoId", item))
                + (range.map { Self.range($0.lowerBound, $0.upperBound, .comma) } ?? [])
        case .setSiteParameter(let factor, let item, let value):
            Self.separate(("PolId", factor), ("InfoId", item), ("\(item)-Info", value))
        case .readRealTimeInterval, .readMinuteInterval, .startRealTime, .stopRealTime, .startEquipmentState,
            .stopEquipmentState, .retainSample, .readPlatformAddress, .readReportTime:
            []
        }
    }

    private static func separate(_ pairs: (key: String, value: String?)...) -> [[Item]] {
        pairs.compactMap { pair in pair.value.map { [Item(key: pair.key, value: $0)] } }
    }

    private static func joined(_ pairs: (key: String, value: String?)...) -> [[Item]] {
        [pairs.compactMap { pair in pair.value.map { Item(key: pair.key, value: $0) } }]
    }

    private static func range(_ from: CivilStamp, _ to: CivilStamp, _ separator: RangeSeparator) -> [[Item]] {
        switch separator {
        case .comma: joined(("BeginTime", from.text14), ("EndTime", to.text14))
        case .semicolon: separate(("BeginTime", from.text14), ("EndTime", to.text14))
        }
    }
}
