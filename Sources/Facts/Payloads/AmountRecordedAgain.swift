public import Kernel

/// The amount of a month was recorded again, because hours of it came or changed after it had been recorded. The
/// version of before is kept.
public struct AmountRecordedAgain: Fact {
    public static let kind = "monitoring.amount-recorded-again"
    /// The outlet.
    public let outlet: OutletID
    /// The factor.
    public let pollutant: PollutantCode
    /// The month, as `2026-11`.
    public let month: String
    /// The version that was recorded: 2 for the first time again.
    public let version: Int
    /// How many hours had no value before.
    public let lateHours: Int
    /// How many hours had another value or mark before.
    public let changedHours: Int
    /// How many of the changed hours say something else only because the enterprise marked them; nil for none.
    public let markedHours: Int?
    /// When the first of the frames came on which these hours stand now; nil when no frame of them is kept whole.
    public let firstCame: Instant?
    /// When the last of them came.
    public let lastCame: Instant?
    /// The decision that stood before.
    public let former: DecisionID
    /// The decision behind the new version.
    public let decision: DecisionID

    /// An amount recorded again.
    public init(
        outlet: OutletID, pollutant: PollutantCode, month: String, version: Int, lateHours: Int, changedHours: Int,
        markedHours: Int? = nil, firstCame: Instant?, lastCame: Instant?, former: DecisionID, decision: DecisionID
    ) {
        self.outlet = outlet
        self.pollutant = pollutant
        self.month = month
        self.version = version
        self.lateHours = lateHours
        self.changedHours = changedHours
        self.markedHours = markedHours
        self.firstCame = firstCame
        self.lastCame = lastCame
        self.former = former
        self.decision = decision
    }
}
