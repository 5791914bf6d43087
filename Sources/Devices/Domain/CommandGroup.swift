import Kernel

/// What a command is about, as the page groups them.
enum CommandGroup: String, Sendable, CaseIterable {
    case time
    case intervals
    case streams
    case history
    case control
    case reports
    case settings
    case secrets

    var phrase: Phrase {
        switch self {
        case .time: Phrase("校时", "Time")
        case .intervals: Phrase("上报间隔", "Intervals")
        case .streams: Phrase("数据流", "Streams")
        case .history: Phrase("历史数据", "History")
        case .control: Phrase("反控", "Control")
        case .reports: Phrase("设备信息", "Device information")
        case .settings: Phrase("参数", "Settings")
        case .secrets: Phrase("密码与密钥", "Password and key")
        }
    }
}
