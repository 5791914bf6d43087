extension PlatformRequest {
    /// What a frame asks, when it is one that a platform sends; nil for uploads, answers, numbers unknown in the
    /// edition, and data areas that lack what the request needs.
    ///
    /// Fields are read by name, in any case and order. Values are not held against their bounds.
    ///
    /// - Parameter edition: whose meaning of the number counts; the frame's own dialect when not given.
    public init?(reading frame: Frame, edition: Edition? = nil) {
        guard let command = frame.header.cn else { return nil }
        let spoken = edition ?? frame.dialect.spokenEdition
        let fields = AreaFields(frame)
        // A frame with a data time, and the answer to a question, come from the device.
        guard fields.anyCase("DataTime") == nil, let found = Self.read(command, fields, spoken) else { return nil }
        self = found
    }

    private static func read(_ command: Command, _ fields: AreaFields, _ edition: Edition) -> PlatformRequest? {
        switch command.rawValue {
        case 1000...1999: readSetting(command, fields, edition)
        case 2000...2999: readValues(command, fields)
        case 3000...3999: readControl(command, fields, edition)
        default: nil
        }
    }

    private static func readSetting(
        _ command: Command, _ fields: AreaFields, _ edition: Edition
    ) -> PlatformRequest? {
        switch command {
        case 1000:
            fields.number("OverTime").flatMap { overTime in
                fields.number("ReCount").map { .setTimeouts(overTimeS: overTime, reCount: $0) }
            }
        case 1002: fields["i23005-Info"].map { .setDeviceNumber($0) }
        case 1011: fields.anyCase("SystemTime") == nil ? .readTime(factor: fields["PolId"]) : nil
        case 1012: fields.stamp("SystemTime").map { .setTime($0, factor: fields["PolId"]) }
        case 1014:
            fields.stamp("SKCreateTime").flatMap { created in
                fields["NewSK"].map { .setKey(created: created, key: $0) }
            }
        case 1061: fields.isEmpty ? .readRealTimeInterval : nil
        case 1062: fields.number("RtdInterval").map { .setRealTimeInterval(s: $0) }
        case 1063: fields.isEmpty ? .readMinuteInterval : nil
        case 1064: fields.number("MinInterval").map { .setMinuteInterval(min: $0) }
        case 1072: (fields["NewPW"] ?? fields["PW"]).map { .setPassword($0) }
        default: readSettingOf2005(command, fields)
        }
    }

    private static func readSettingOf2005(_ command: Command, _ fields: AreaFields) -> PlatformRequest? {
        switch command {
        case 1001: fields.number("WarnTime").map { .setWarnTime($0) }
        case 1021:
            fields.items.allSatisfy { $0.key == "PolId" } && !fields.isEmpty
                ? .readAlarmLimits(factors: fields.all("PolId")) : nil
        case 1022: AlarmLimit.all(in: fields).map { .setAlarmLimits($0) }
        case 1031: fields.isEmpty ? .readPlatformAddress : nil
        case 1032: (fields["AlarmTarget"] ?? fields["ReportTarget"]).map { .setPlatformAddress($0) }
        case 1041: fields.isEmpty ? .readReportTime : nil
        case 1042: fields["ReportTime"].flatMap { ClockTime($0) }.map { .setReportTime($0) }
        default: nil
        }
    }

    private static func readValues(_ command: Command, _ fields: AreaFields) -> PlatformRequest? {
        if let from = fields.stamp("BeginTime"), let to = fields.stamp("EndTime"),
            let kind = HistoryKind.allCases.first(where: { $0.command == command })
        {
            return .history(kind, from: from, to: to, separator: separator(in: fields))
        }
        guard fields.isEmpty else { return nil }
        switch command {
        case .realTime: return .startRealTime
        case 2012: return .stopRealTime
        case .equipmentState: return .startEquipmentState
        case 2022: return .stopEquipmentState
        default: return nil
        }
    }

    private static func separator(in fields: AreaFields) -> RangeSeparator {
        let ends = fields.items.filter { ["begintime", "endtime"].contains($0.key.withoutOuterBlanks.lowercased()) }
        return Set(ends.map(\.group)).count == 1 ? .comma : .semicolon
    }

    private static func readControl(
        _ command: Command, _ fields: AreaFields, _ edition: Edition
    ) -> PlatformRequest? {
        switch command {
        case 3015: return fields.isEmpty ? .retainSample : nil
        case 3020: return readSiteInformation(fields)
        case 3022: return .retainSampleNow(factor: fields["PolId"])
        default: break
        }
        guard let factor = fields["PolId"] else { return nil }
        switch command {
        case 3011:
            return .calibrate(
                factor: factor, type: fields.number("CalibrationType").flatMap(CalibrationType.init(rawValue:)))
        case 3012: return .sampleNow(factor: factor)
        case 3013: return edition == .hjt2005 ? .operateEquipment(factor: factor) : .startCleaning(factor: factor)
        case 3014:
            let hours = fields.all("CTime").compactMap { Int(decimalDigits: $0) }
            return edition == .hjt2005 || !hours.isEmpty
                ? .setSamplingHours(factor: factor, hours: hours) : .compareSample(factor: factor)
        case 3016:
            guard let start = fields.anyCase("CstartTime").flatMap({ ClockTime($0) }),
                let hours = fields.number("CTime")
            else { return nil }
            return .setSamplingPeriod(factor: factor, start: start, hours: hours)
        case 3017: return fields.items.count == 1 ? .readSamplingPeriod(factor: factor) : nil
        case 3018: return fields.items.count == 1 ? .readResultDelay(factor: factor) : nil
        case 3019: return fields.items.count == 1 ? .readInstrumentNumber(factor: factor) : nil
        case 3021:
            guard let item = fields["InfoId"], let value = fields["\(item)-Info"] else { return nil }
            return .setSiteParameter(factor: factor, item: item, value: value)
        case 3024: return .standardCheck(factor: factor)
        default: return nil
        }
    }

    private static func readSiteInformation(_ fields: AreaFields) -> PlatformRequest? {
        guard let item = fields["InfoId"] else { return nil }
        let ends = fields.stamp("BeginTime").flatMap { from in fields.stamp("EndTime").map { (from, $0) } }
        let range = ends.flatMap { $0.0 <= $0.1 ? $0.0...$0.1 : nil }
        return .readSiteInformation(factor: fields["PolId"], item: item, range: range)
    }
}
