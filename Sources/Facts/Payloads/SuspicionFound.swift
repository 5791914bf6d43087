public import Kernel

/// Values of an outlet look as if somebody had made them. A suspicion with its evidence for people to look into, never
/// a verdict.
public struct SuspicionFound: Fact {
    public static let kind = "monitoring.suspicion-found"
    /// The suspicion.
    public let suspicion: SuspicionID
    /// Where.
    public let outlet: OutletID
    /// Of which factor; nil when it concerns the whole device.
    public let pollutant: PollutantCode?
    /// What was seen, as a stable code: `flat-line`, `copied-curve`, ….
    public let sign: String
    /// The rule behind it, for example `MON-20`.
    public let rule: String
    /// The first hour it was seen in.
    public let firstHour: Instant
    /// The last hour it was seen in by then.
    public let lastHour: Instant
    /// The figures it rests on, by name with unit.
    public let figures: [String: String]
    /// Merkle root over the SHA-256 of each frame that was read, in the order of the hours.
    public let framesRoot: Digest256
    /// The decision that holds all that was read.
    public let decision: DecisionID

    /// A new suspicion.
    public init(
        suspicion: SuspicionID, outlet: OutletID, pollutant: PollutantCode?, sign: String, rule: String,
        firstHour: Instant, lastHour: Instant, figures: [String: String], framesRoot: Digest256,
        decision: DecisionID
    ) {
        self.suspicion = suspicion
        self.outlet = outlet
        self.pollutant = pollutant
        self.sign = sign
        self.rule = rule
        self.firstHour = firstHour
        self.lastHour = lastHour
        self.figures = figures
        self.framesRoot = framesRoot
        self.decision = decision
    }
}

/// What looked made is seen no longer. What was found stays found.
public struct SuspicionEnded: Fact {
    public static let kind = "monitoring.suspicion-ended"
    /// The suspicion.
    public let suspicion: SuspicionID
    /// Where.
    public let outlet: OutletID
    /// The last hour it was seen in.
    public let lastHour: Instant

    /// An ended suspicion.
    public init(suspicion: SuspicionID, outlet: OutletID, lastHour: Instant) {
        self.suspicion = suspicion
        self.outlet = outlet
        self.lastHour = lastHour
    }
}
