public import Facts
public import Kernel

/// An open case as lists show it.
public struct OpenCase: Sendable, Equatable {
    /// The case.
    public let id: CaseID
    /// Where.
    public let outlet: OutletID
    /// Whose.
    public let enterprise: EnterpriseID
    /// How loudly it warns.
    public let level: WarningLevel
    /// Where it stands.
    public let state: Phrase
    /// When its clock runs out.
    public let due: Instant?
    /// Whether a clock of where it stands has run out: also when it was raised to the level above, whose clock runs.
    public let isOverdue: Bool
    /// The factor of its heaviest exceedance.
    public let factor: Phrase

    /// An open case as lists show it.
    public init(
        id: CaseID, outlet: OutletID, enterprise: EnterpriseID, level: WarningLevel, state: Phrase, due: Instant?,
        isOverdue: Bool, factor: Phrase
    ) {
        self.id = id
        self.outlet = outlet
        self.enterprise = enterprise
        self.level = level
        self.state = state
        self.due = due
        self.isOverdue = isOverdue
        self.factor = factor
    }
}
