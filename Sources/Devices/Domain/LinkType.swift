import Kernel

/// The kind of line a logger hangs on, and the patience that HJ 212 gives it: a request is sent, waits `overTimeS`, and
/// is sent again up to `reCount` times (2017 §6.5 table of default values; telephone and SMS from 2005, NB-IoT from
/// 2025).
enum LinkType: String, Sendable, CaseIterable {
    /// GPRS to LTE, WiMAX, power line.
    case mobile
    /// Wired broadband.
    case broadband
    /// Telephone dial-up, 2005 only.
    case telephone
    /// SMS, 2005 only.
    case sms
    /// NB-IoT, 2025.
    case narrowband

    var timing: Timing {
        switch self {
        case .mobile: Timing(overTimeS: 10, reCount: 3)
        case .broadband, .telephone: Timing(overTimeS: 5, reCount: 3)
        case .sms: Timing(overTimeS: 30, reCount: 3)
        case .narrowband: Timing(overTimeS: 30, reCount: 5)
        }
    }

    var phrase: Phrase {
        switch self {
        case .mobile: Phrase("移动网络（10 秒 × 3）", "mobile network (10 s × 3)")
        case .broadband: Phrase("宽带（5 秒 × 3）", "broadband (5 s × 3)")
        case .telephone: Phrase("电话拨号（5 秒 × 3）", "telephone (5 s × 3)")
        case .sms: Phrase("短信（30 秒 × 3）", "SMS (30 s × 3)")
        case .narrowband: Phrase("NB-IoT（30 秒 × 5）", "NB-IoT (30 s × 5)")
        }
    }

    /// How long an answer is waited for, and how often a request is sent again.
    struct Timing: Sendable, Hashable {
        /// Seconds, 1 to 99.
        let overTimeS: Int
        /// Sendings after the first, 1 to 99.
        let reCount: Int
    }
}
