public import Kernel

/// How far a state episode reaches: pure in the effective hours and the moment they were looked at.
public struct StateExtent: Codable, Hashable, Sendable {
    /// The kind of state, as a stable code: `no-data`, `invalid`, `maintenance`, `stopped`, `above-range`, `manual`.
    public let state: String
    /// The first hour in it.
    public let firstHour: Instant
    /// The last hour in it; while it goes on, the last one when it was decided.
    public let lastHour: Instant
    /// Hours in it, each counted once.
    public let hours: Int
    /// The factors it was seen in, by code.
    public let factors: [PollutantCode]
    /// Whether it is over.
    public let ended: Bool
    /// Whether it asks something of somebody.
    public let asks: Bool
    /// Maintenance: hours of the quarter up to its last hour.
    public let quarterHours: Int?

    /// An extent.
    public init(
        state: String, firstHour: Instant, lastHour: Instant, hours: Int, factors: [PollutantCode], ended: Bool,
        asks: Bool, quarterHours: Int? = nil
    ) {
        self.state = state
        self.firstHour = firstHour
        self.lastHour = lastHour
        self.hours = hours
        self.factors = factors
        self.ended = ended
        self.asks = asks
        self.quarterHours = quarterHours
    }
}
