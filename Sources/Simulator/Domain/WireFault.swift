/// What can go wrong between a data logger and the platform, one by one as it was seen in the field.
public enum WireFault: String, Sendable, CaseIterable {
    /// The check is wrong by a damaged digit.
    case badCRC = "bad-crc"
    /// CR LF is missing.
    case missingTail = "missing-tail"
    /// The length has no leading zero.
    case shortLength = "short-length"
    /// The length was counted wrongly.
    case wrongLength = "wrong-length"
    /// The frame comes in one read with the next one.
    case sticky
    /// The frame comes in two parts with a pause between them.
    case half
    /// The check is written in small letters.
    case lowerCaseCRC = "lower-case-crc"
    /// The check is that of Modbus.
    case modbusCRC = "modbus-crc"
    /// The frame comes twice.
    case duplicate
    /// The report comes minutes after its time, with a QN of its own.
    case late
    /// The logger's clock is wrong; drawn once for each logger.
    case clockDrift = "clock-drift"
    /// PW is not the one registered.
    case wrongPassword = "wrong-password"
    /// Another protocol speaks on the line first.
    case foreignTraffic = "foreign-traffic"

    /// Whether the platform must answer the frame all the same.
    public var isAnswered: Bool {
        switch self {
        case .badCRC, .modbusCRC, .wrongPassword: false
        case .missingTail, .shortLength, .wrongLength, .sticky, .half, .lowerCaseCRC, .duplicate, .late, .clockDrift,
            .foreignTraffic:
            true
        }
    }
}
