/// A time of the day, `hhmmss`, such as the start of sampling (CstartTime).
public struct ClockTime: Sendable, Hashable {
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 59.
    public let second: Int

    /// 00:00:00, where a day's sampling starts by default.
    public static let midnight = ClockTime()

    private init() { (hour, minute, second) = (0, 0, 0) }

    /// Nil unless it is a time of the day.
    public init?(hour: Int, minute: Int = 0, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// Reads six digits, or four without seconds.
    public init?(_ text: some StringProtocol) {
        guard let number = Int(decimalDigits: text), [4, 6].contains(text.utf8.count) else { return nil }
        let whole = text.utf8.count == 4 ? number * 100 : number
        self.init(hour: whole / 10000, minute: whole / 100 % 100, second: whole % 100)
    }

    /// `hhmmss`.
    public var text6: String { [hour, minute, second].map { String($0, digits: 2) }.joined() }

    /// `hhmm`; seconds are left out.
    public var text4: String { [hour, minute].map { String($0, digits: 2) }.joined() }
}
