extension DeviceMessage {
    /// The command that carries it.
    public var command: Command {
        switch self {
        case .registration: 1001
        case .time: 1011
        case .wantsTime: 1013
        case .wantsKey: 1014
        case .alarmLimits: 1021
        case .platformAddress: 1031
        case .reportTime: 1041
        case .realTimeInterval: 1061
        case .minuteInterval: 1063
        case .report(let report): report.command
        case .alarm: 2072
        case .loggerStart: .loggerStart
        case .keptSample: 3015
        case .samplingPeriod: 3017
        case .resultDelay: 3018
        case .instrumentNumber: 3019
        case .siteInformation: 3020
        case .heartbeat: .heartbeat
        case .vendorLogin: .vendorLogin
        }
    }

    /// The data area: groups end at `;`, items of a group at `,`.
    var area: [[Item]] {
        switch self {
        case .registration(let hardware): Self.separate(hardware.pairs)
        case .time(let stamp, let factor):
            Self.separate([factor.map { ("PolId", $0) }, ("SystemTime", stamp.text14)].compactMap { $0 })
        case .wantsTime(let factor): Self.separate([factor.map { ("PolId", $0) }].compactMap { $0 })
        case .wantsKey(let created): Self.separate([("SKCreateTime", created.text17)])
        case .alarmLimits(let limits): limits.map(\.group)
        case .platformAddress(let address): Self.separate([("AlarmTarget", address)])
        case .reportTime(let time): Self.separate([("ReportTime", time.text4)])
        case .realTimeInterval(let seconds): Self.separate([("RtdInterval", "\(seconds)")])
        case .minuteInterval(let minutes): Self.separate([("MinInterval", "\(minutes)")])
        case .report(let report): report.area
        case .alarm(let factor, let value, let stamp, let isOver):
            Self.separate([
                ("AlarmTime", stamp.text14), ("\(factor)-Ala", value), ("AlarmType", isOver ? "1" : "0"),
            ])
        case .loggerStart(let stamp, let restart):
            Self.separate([("DataTime", stamp.text14), ("RestartTime", restart.text14)])
        case .keptSample(let stamp, let bottle):
            Self.separate([("DataTime", stamp.text14), ("VaseNo", "\(bottle)")])
        case .samplingPeriod(let factor, let start, let hours):
            Self.separate([("PolId", factor), ("CstartTime", start.text6), ("CTime", "\(hours)")])
        case .resultDelay(let factor, let minutes): Self.separate([("PolId", factor), ("Stime", "\(minutes)")])
        case .instrumentNumber(let factor, let serial, let stamp):
            Self.separate(
                [stamp.map { ("DataTime", $0.text14) }, ("PolId", factor), ("\(factor)-SN", serial)].compactMap { $0 })
        case .siteInformation(let stamp, let readings):
            Self.separate([("DataTime", stamp.text14)]) + Self.byAnalyser(readings)
        case .heartbeat, .vendorLogin: []
        }
    }

    private static func separate(_ pairs: [(String, String)]) -> [[Item]] {
        pairs.map { [Item(key: $0.0, value: $0.1)] }
    }

    /// The readings of one analyser in one group behind its `PolId`; those of none, each in a group of its own.
    private static func byAnalyser(_ readings: [FactorReading]) -> [[Item]] {
        var groups: [[Item]] = []
        var open: String?
        for reading in readings {
            if let polID = reading.polID {
                if polID != open { groups.append([Item(key: "PolId", value: polID)]) }
                groups[groups.count - 1] += reading.group
            } else {
                groups.append(reading.group)
            }
            open = reading.polID
        }
        return groups
    }
}
