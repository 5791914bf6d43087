public import Kernel
public import Standards

/// The recorded amount of one factor of one outlet in one month.
public struct MonthlyAmount: Sendable, Equatable {
    /// The factor.
    public let pollutant: PollutantCode
    /// The year.
    public let year: Int
    /// 1…12.
    public let month: Int
    /// Whole milligrams; nil when automatic data cannot be the basis, or gaps are not filled.
    public let total: EmittedMass?
    /// The part that stands in for gaps, whole milligrams.
    public let substituted: EmittedMass?
    /// Hours (stack) or days (water) in which something was to be measured.
    public let expectedParts: Int
    /// Those of them that are gaps.
    public let gapParts: Int
    /// The decision behind it.
    public let decision: DecisionID

    init(_ recorded: RecordedAmount) {
        pollutant = recorded.pollutant
        year = recorded.month.year
        month = recorded.month.month
        total = recorded.total
        substituted = recorded.substituted
        expectedParts = recorded.expectedParts
        gapParts = recorded.gapParts
        decision = recorded.decision
    }
}
