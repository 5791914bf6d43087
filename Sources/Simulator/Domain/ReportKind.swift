public import HJ212

/// What a data logger reports by itself, again and again.
public enum ReportKind: Int, Sendable, CaseIterable {
    /// Instantaneous values (2011) every 30 s, the standard's own example of RtdInterval.
    case realTime
    /// Values of a period of minutes (2051).
    case minute
    /// Values of an hour (2061).
    case hour
    /// Values of a day (2031).
    case day

    /// The command under which it is sent.
    public var command: Command {
        switch self {
        case .realTime: .realTime
        case .minute: .minuteValues
        case .hour: .hourValues
        case .day: .dayValues
        }
    }

    /// The kind of a command; nil when loggers of this city do not report it.
    init?(_ command: Command) {
        guard let kind = Self.allCases.first(where: { $0.command == command }) else { return nil }
        self = kind
    }

    /// How long a period is, in milliseconds.
    func periodMS(minuteInterval: Int) -> Int64 {
        switch self {
        case .realTime: 30_000
        case .minute: Int64(minuteInterval) * 60_000
        case .hour: 3_600_000
        case .day: 86_400_000
        }
    }
}
