public import Kernel

/// Hours of an outlet were marked. A mark is never edited: a later one for the same hours names the first, which is
/// kept with its author.
public struct EnterpriseMarkStated: Fact {
    public static let kind = "monitoring.mark-stated"
    /// The mark's number.
    public let number: Int64
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
    /// For starting and stopping: which allowed length is claimed.
    public let window: String?
    /// Why.
    public let reason: String
    /// The first mark of some of these hours; nil when this is the first.
    public let first: Int64?
    /// The officer's demand, after the marks had closed.
    public let demand: MarkDemand?
    /// The digest of the name under which the person acted (`NameSeal`); nil in facts of the time when it was not told.
    public let signed: Digest256?

    /// A mark.
    public init(
        number: Int64, outlet: OutletID, pollutant: PollutantCode?, firstHour: Instant, lastHour: Instant,
        meaning: MarkMeaning, window: String?, reason: String, first: Int64?, demand: MarkDemand?,
        signed: Digest256? = nil
    ) {
        self.signed = signed
        self.number = number
        self.outlet = outlet
        self.pollutant = pollutant
        self.firstHour = firstHour
        self.lastHour = lastHour
        self.meaning = meaning
        self.window = window
        self.reason = reason
        self.first = first
        self.demand = demand
    }
}
