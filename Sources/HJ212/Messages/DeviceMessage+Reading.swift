extension DeviceMessage {
    /// What a frame tells, when it is one that a device sends; nil for requests, answers, unknown numbers, and data
    /// areas that lack what the message needs.
    public init?(reading frame: Frame) {
        guard let command = frame.header.cn else { return nil }
        let fields = AreaFields(frame)
        if ValueReport.commands.contains(command) {
            guard let dataTime = frame.dataTime,
                let report = ValueReport(command, at: dataTime, frame.factorReadings)
            else { return nil }
            self = .report(report)
            return
        }
        guard let found = Self.readSetting(command, fields) ?? Self.readEvent(command, fields, frame) else {
            return nil
        }
        self = found
    }

    private static func readSetting(_ command: Command, _ fields: AreaFields) -> DeviceMessage? {
        switch command {
        case 1001: LoggerHardware(fields).map { .registration($0) }
        case 1011: fields.stamp("SystemTime").map { .time($0, factor: fields["PolId"]) }
        case 1013: .wantsTime(factor: fields["PolId"])
        case 1014: fields["NewSK"] == nil ? fields.stamp("SKCreateTime").map { .wantsKey(created: $0) } : nil
        case 1021: AlarmLimit.all(in: fields).map { .alarmLimits($0) }
        case 1031: (fields["AlarmTarget"] ?? fields["ReportTarget"]).map { .platformAddress($0) }
        case 1041: fields["ReportTime"].flatMap { ClockTime($0) }.map { .reportTime($0) }
        case 1061: fields.number("RtdInterval").map { .realTimeInterval(s: $0) }
        case 1063: fields.number("MinInterval").map { .minuteInterval(min: $0) }
        default: nil
        }
    }

    private static func readEvent(_ command: Command, _ fields: AreaFields, _ frame: Frame) -> DeviceMessage? {
        switch command {
        case 2072:
            guard let item = fields.items.first(where: { $0.suffix == .alarm }), let stamp = fields.stamp("AlarmTime"),
                let type = fields.number("AlarmType"), (0...1).contains(type)
            else { return nil }
            return .alarm(factor: item.factor, value: item.value.withoutOuterBlanks, at: stamp, isOver: type == 1)
        case .loggerStart:
            guard let restart = fields.stamp("RestartTime") else { return nil }
            return .loggerStart(at: frame.dataTime ?? restart, restartedAt: restart)
        case 3015:
            guard let stamp = frame.dataTime, let bottle = fields.number("VaseNo") else { return nil }
            return .keptSample(at: stamp, bottle: bottle)
        case 3017:
            guard let factor = fields["PolId"], let start = fields.anyCase("CstartTime").flatMap({ ClockTime($0) }),
                let hours = fields.number("CTime")
            else { return nil }
            return .samplingPeriod(factor: factor, start: start, hours: hours)
        case 3018:
            guard let factor = fields["PolId"], let minutes = fields.number("Stime") else { return nil }
            return .resultDelay(factor: factor, min: minutes)
        case 3019:
            guard let item = fields.items.first(where: { $0.suffix == .serialNumber }) else { return nil }
            return .instrumentNumber(
                factor: item.factor, serial: item.value.withoutOuterBlanks, at: frame.dataTime)
        case 3020: return frame.dataTime.map { .siteInformation(at: $0, frame.factorReadings) }
        case .heartbeat: return .heartbeat
        case .vendorLogin: return .vendorLogin
        default: return nil
        }
    }
}
