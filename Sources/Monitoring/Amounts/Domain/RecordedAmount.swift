import Kernel
import Standards

/// The amount of a month as it was recorded.
struct RecordedAmount: Hashable, Sendable {
    let outlet: OutletID
    let pollutant: PollutantCode
    let month: AmountMonth
    let decision: DecisionID
    let recordedAt: Instant
    /// Nil when automatic data cannot be the basis, or gaps are not filled.
    let total: EmittedMass?
    /// The part of it that stands in for gaps.
    let substituted: EmittedMass?
    /// Hours (stack) or days (water) in which something was to be measured, and those of them that are gaps.
    let expectedParts: Int
    let gapParts: Int
    let enterprise: EnterpriseID
    let region: RegionCode

    init(
        _ outcome: AmountOutcome, of pollutant: PollutantCode, in month: AmountMonth, at place: JudgedPlace,
        decision: DecisionID, recordedAt: Instant
    ) {
        var amount: MonthAmount.Amount?
        if case .amount(let known) = outcome.result { amount = known }
        self.init(
            outlet: place.outlet, pollutant: pollutant, month: month, decision: decision, recordedAt: recordedAt,
            total: amount?.total, substituted: amount?.substituted, expectedParts: outcome.expectedParts,
            gapParts: outcome.gapParts, enterprise: place.enterprise, region: place.region)
    }

    init(
        outlet: OutletID, pollutant: PollutantCode, month: AmountMonth, decision: DecisionID, recordedAt: Instant,
        total: EmittedMass?, substituted: EmittedMass?, expectedParts: Int, gapParts: Int, enterprise: EnterpriseID,
        region: RegionCode
    ) {
        self.outlet = outlet
        self.pollutant = pollutant
        self.month = month
        self.decision = decision
        self.recordedAt = recordedAt
        self.total = total
        self.substituted = substituted
        self.expectedParts = expectedParts
        self.gapParts = gapParts
        self.enterprise = enterprise
        self.region = region
    }
}
