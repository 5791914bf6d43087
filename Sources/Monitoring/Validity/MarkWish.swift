public import Facts
public import Kernel

/// Hours that somebody marks for whoever handles a case.
public struct MarkWish: Sendable {
    /// The outlet.
    public let outlet: OutletID
    /// The factor; nil for all of the outlet.
    public let pollutant: PollutantCode?
    /// Start of the first hour.
    public let firstHour: Instant
    /// Start of the last hour.
    public let lastHour: Instant
    /// What is said of them.
    public let meaning: MarkMeaning
    /// The kind of start or stop whose allowed length is claimed, as `MarkWindow` has it; nil when none is.
    public let window: String?
    /// Why.
    public let reason: String
    /// The officer's demand, after the marks have closed.
    public let demand: MarkDemand?

    /// Hours to be marked.
    public init(
        outlet: OutletID, pollutant: PollutantCode? = nil, firstHour: Instant, lastHour: Instant,
        meaning: MarkMeaning, window: String? = nil, reason: String, demand: MarkDemand?
    ) {
        self.outlet = outlet
        self.pollutant = pollutant
        self.firstHour = firstHour
        self.lastHour = lastHour
        self.meaning = meaning
        self.window = window
        self.reason = reason
        self.demand = demand
    }
}
