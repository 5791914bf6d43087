public import Kernel

/// Over which time a judged value is a mean.
public enum MeanPeriod: String, Codable, Sendable, CaseIterable {
    /// A clock hour.
    case hour
    /// A natural day.
    case day

    /// How many hours it has.
    public var hours: Int64 {
        switch self {
        case .hour: 1
        case .day: 24
        }
    }

    /// The words of pages.
    public var phrase: Phrase {
        switch self {
        case .hour: Phrase("小时均值", "hourly mean")
        case .day: Phrase("日均值", "daily mean")
        }
    }
}
