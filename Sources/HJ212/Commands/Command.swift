/// A command number (命令编码, CN). Numbers without a name here are kept as they are.
///
/// 1001, 3013 and 3014 changed their meaning between editions: decide on dialect and command together.
public struct Command: RawRepresentable, Sendable, Hashable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// The command of a number.
    public init(_ number: Int) {
        rawValue = number
    }

    /// Instantaneous values.
    public static let realTime = Command(2011)
    /// States of treatment equipment.
    public static let equipmentState = Command(2021)
    /// Values of a day.
    public static let dayValues = Command(2031)
    /// Running time of treatment equipment in a day.
    public static let equipmentRunTime = Command(2041)
    /// Values of a period of minutes, mostly ten.
    public static let minuteValues = Command(2051)
    /// Values of an hour.
    public static let hourValues = Command(2061)
    /// Five-minute means of a furnace's temperature, edition 2025.
    public static let furnaceTemperature = Command(2111)
    /// The logger was started.
    public static let loggerStart = Command(2081)
    /// Answer to a request: will it be carried out (QnRtn).
    public static let requestAnswer = Command(9011)
    /// Result of carrying it out (ExeRtn).
    public static let executionResult = Command(9012)
    /// A notification was received.
    public static let notificationAnswer = Command(9013)
    /// Data were received.
    public static let dataAnswer = Command(9014)
    /// Sign of life, edition 2025 and vendors before it.
    public static let heartbeat = Command(9015)
    /// A log-in that many vendors send after connecting; no edition knows it.
    public static let vendorLogin = Command(9021)

    /// Uploads and requests of data (2000 to 2999).
    public var concernsData: Bool { (2000...2999).contains(rawValue) }

    /// Answers and other interaction (9000 to 9999).
    public var isInteraction: Bool { (9000...9999).contains(rawValue) }
}

extension Command: ExpressibleByIntegerLiteral {
    /// The command of a number written in code.
    public init(integerLiteral number: Int) {
        rawValue = number
    }
}
