import HJ212
import Kernel

/// What the platform can ask of a data logger. The raw value is the address of its form and its name in the API.
enum RequestKind: String, Sendable, CaseIterable {
    case readTime = "time-read"
    case setTime = "time-set"
    case readRealTimeInterval = "realtime-interval-read"
    case setRealTimeInterval = "realtime-interval-set"
    case readMinuteInterval = "minute-interval-read"
    case setMinuteInterval = "minute-interval-set"
    case setTimeouts = "timeouts-set"
    case startRealTime = "realtime-start"
    case stopRealTime = "realtime-stop"
    case startEquipmentState = "equipment-state-start"
    case stopEquipmentState = "equipment-state-stop"
    case minuteHistory = "history-minute"
    case hourHistory = "history-hour"
    case dayHistory = "history-day"
    case runTimeHistory = "history-run-time"
    case calibrate = "calibrate"
    case sampleNow = "sample-now"
    case retainSample = "retain-sample"
    case standardCheck = "standard-check"
    case readInstrumentNumber = "instrument-number-read"
    case readSiteInformation = "site-information-read"
    case setSiteParameter = "site-parameter-set"
    case setPassword = "password-set"
    case setKey = "key-set"
    case setDeviceNumber = "device-number-set"

    /// Whether it asks for stored values of a range.
    var isHistory: Bool { trait.group == .history }

    /// The secret that it has a device take; nil for most.
    var secret: DeviceSecret? {
        switch self {
        case .setPassword: .password
        case .setKey: .key
        default: nil  // all others carry no secret
        }
    }

    /// How long a device may take after 9011 before a result or data come, in seconds. A request that was accepted is
    /// not sent again, so the line's whole patience goes into this one wait; what moves valves and samples has longer.
    func executionS(over link: LinkType) -> Int {
        trait.executionS ?? link.timing.overTimeS * (link.timing.reCount + 1)
    }

    /// What is known of it.
    var trait: CommandTrait {
        switch self {
        case .readTime: CommandTrait(1011, .withData, .time, perDayMax: 48)
        // A platform once answered every frame with 1012, five times a second; hence so few. (Pitfall 22.)
        case .setTime: CommandTrait(1012, .withoutData, .time, perDayMax: 4)
        case .readRealTimeInterval: CommandTrait(1061, .withData, .intervals, perDayMax: 24)
        case .setRealTimeInterval: CommandTrait(1062, .withoutData, .intervals, perDayMax: 6)
        case .readMinuteInterval: CommandTrait(1063, .withData, .intervals, since: .hj2017, perDayMax: 24)
        case .setMinuteInterval: CommandTrait(1064, .withoutData, .intervals, since: .hj2017, perDayMax: 6)
        case .setTimeouts: CommandTrait(1000, .withoutData, .intervals, perDayMax: 6)
        case .startRealTime: CommandTrait(2011, .withoutData, .streams, perDayMax: 12)
        case .stopRealTime: CommandTrait(2012, .notification, .streams, perDayMax: 12)
        case .startEquipmentState: CommandTrait(2021, .withoutData, .streams, perDayMax: 12)
        case .stopEquipmentState: CommandTrait(2022, .notification, .streams, perDayMax: 12)
        case .minuteHistory: CommandTrait(2051, .withData, .history, perDayMax: 96)
        case .hourHistory: CommandTrait(2061, .withData, .history, perDayMax: 96)
        case .dayHistory: CommandTrait(2031, .withData, .history, perDayMax: 24)
        case .runTimeHistory: CommandTrait(2041, .withData, .history, perDayMax: 24)
        case .calibrate:
            CommandTrait(3011, .withoutData, .control, perDayMax: 4, executionS: 3_600, danger: .dangerous)
        case .sampleNow: CommandTrait(3012, .withoutData, .control, perDayMax: 12, executionS: 1_800)
        case .retainSample:
            CommandTrait(3022, .withoutData, .control, since: .hj2025, perDayMax: 6, executionS: 1_800)
        case .standardCheck:
            CommandTrait(3024, .withoutData, .control, since: .hj2025, perDayMax: 6, executionS: 3_600)
        case .readInstrumentNumber: CommandTrait(3019, .withData, .reports, since: .hj2017, perDayMax: 24)
        case .readSiteInformation: CommandTrait(3020, .withData, .reports, since: .hj2017, perDayMax: 24)
        case .setSiteParameter:
            CommandTrait(3021, .withoutData, .settings, since: .hj2017, perDayMax: 12, danger: .dangerous)
        case .setPassword: CommandTrait(1072, .withoutData, .secrets, perDayMax: 4, danger: .secret)
        case .setKey: CommandTrait(1014, .withoutData, .secrets, since: .hj2025, perDayMax: 4, danger: .secret)
        case .setDeviceNumber:
            CommandTrait(1002, .withoutData, .secrets, since: .hj2025, perDayMax: 12, danger: .registration)
        }
    }

    /// What people call it.
    var phrase: Phrase {
        switch self {
        case .readTime: Phrase("提取设备时间", "read the device's time")
        case .setTime: Phrase("设置设备时间", "set the device's time")
        case .readRealTimeInterval: Phrase("提取实时数据间隔", "read the real-time interval")
        case .setRealTimeInterval: Phrase("设置实时数据间隔", "set the real-time interval")
        case .readMinuteInterval: Phrase("提取分钟数据间隔", "read the minute interval")
        case .setMinuteInterval: Phrase("设置分钟数据间隔", "set the minute interval")
        case .setTimeouts: Phrase("设置超时与重发次数", "set timeout and retries")
        case .startRealTime: Phrase("开始上传实时数据", "start the real-time stream")
        case .stopRealTime: Phrase("停止上传实时数据", "stop the real-time stream")
        case .startEquipmentState: Phrase("开始上传设施运行状态", "start the equipment state stream")
        case .stopEquipmentState: Phrase("停止上传设施运行状态", "stop the equipment state stream")
        case .minuteHistory: Phrase("调取分钟历史数据", "fetch stored minute values")
        case .hourHistory: Phrase("调取小时历史数据", "fetch stored hourly values")
        case .dayHistory: Phrase("调取日历史数据", "fetch stored daily values")
        case .runTimeHistory: Phrase("调取设施日运行时间", "fetch equipment run times")
        case .calibrate: Phrase("零点与量程校准", "zero and span calibration")
        case .sampleNow: Phrase("即时采样监测", "measure now")
        case .retainSample: Phrase("即时留样", "retain a sample now")
        case .standardCheck: Phrase("标准样品核查", "check with a standard sample")
        case .readInstrumentNumber: Phrase("提取仪器唯一标识", "read the instrument's number")
        case .readSiteInformation: Phrase("提取现场机信息", "read site information")
        case .setSiteParameter: Phrase("设置现场机参数", "set a site parameter")
        case .setPassword: Phrase("更换访问密码", "change the password")
        case .setKey: Phrase("更换 SM4 密钥", "change the SM4 key")
        case .setDeviceNumber: Phrase("设置数采仪 MN", "set the logger's device number")
        }
    }
}
