/// Over which time a value was taken.
public enum ValuePeriod: String, Sendable, Codable, CaseIterable {
    case hour, day, reading, determination
    case fiveMinute = "five-minute"
    /// A grab sample.
    case sample
    /// The mean of a production cycle.
    case cycle
}

extension DischargeLimit.Averaging {
    /// Whether a value over that time may be put beside such a limit.
    public func judges(_ period: ValuePeriod) -> Bool {
        switch self {
        case .hour: period == .hour
        case .day: period == .day
        case .reading: period == .reading
        case .determination: period == .determination
        case .fiveMinute: period == .fiveMinute
        case .sampleOrDay: period == .sample || period == .day
        case .sampleOrCycle: period == .sample || period == .cycle
        }
    }
}
