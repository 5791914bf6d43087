import Facts
import Kernel

/// From when a device's figures are a finding.
struct HealthLimits: Sendable, Equatable {
    /// Minutes without any frame. Design value: real-time data come at least every 3,600 s (HJ 212-2017, RtdInterval
    /// 30…3600 s), and ten minutes more.
    var silenceMinutesMax: Int64 = 70
    /// Seconds between receipt and QN, either way. Design value.
    var driftSecondsMax: Int64 = 300
    /// Per mille of the expected minute periods. An hour needs 45 of 60 valid minutes: HJ 75-2017, from memory; until
    /// 2025 also HJ 212-2017 appendix D, which is no longer in force.
    var minuteCapturePermilleMin = 750
    /// Per mille of the expected hours. Design value; HJ 75-2017 (from memory) asks for 20 of 24 for a daily mean.
    var hourCapturePermilleMin = 900
    /// Frames with a wrong CRC, per mille of all frames. Design value.
    var failurePermilleMax = 10
    /// Fewer wrong frames than this are no finding. Design value.
    var failuresMin = 5
    /// Days an SM4 key may be in force. From HJ 212-2025, as quoted by secondary sources.
    var keyDaysMax: Int64 = 90
    /// Hours looked back on. Design value.
    var windowHours: Int64 = 24
    /// Hours a value may be late before it counts as missing. Design value.
    var graceHours: Int64 = 1
    /// Minutes between minute periods until the device shows another step. Design value: what most devices are set to.
    var minuteStepDefault = 10

    static let design = HealthLimits()
}

/// What may be wrong with a device.
enum HealthFindingKind: String, Sendable, CaseIterable, Codable {
    case offline
    case clockDrift = "clock-drift"
    case lowMinuteCapture = "low-minute-capture"
    case lowHourCapture = "low-hour-capture"
    case checksumFailures = "crc-failures"
    case rewritten
    case defaultPassword = "default-password"
    case oldKey = "old-key"

    /// How sure the limit behind it is.
    var certainty: Certainty {
        switch self {
        case .lowMinuteCapture: .verified
        case .oldKey: .fromMemory
        case .offline, .clockDrift, .lowHourCapture, .checksumFailures, .rewritten, .defaultPassword: .designValue
        }
    }
}
