public import Facts
public import Kernel

/// On what an exceedance was found, as a document names it: the factor, the rule with its decision, and the limit.
public struct ExceedanceGround: Sendable, Equatable {
    /// The factor's name.
    public let factor: Phrase
    /// The rule that decided, with its version: `MON-02 v3`.
    public let rule: String
    /// Its newest decision about the exceedance.
    public let decision: DecisionID
    /// What the limit at the peak demands, with its unit: `≤ 35 mg/m³`, `6–9`; nil when it is not known.
    public let limit: String?
    /// Where that limit is written: permit, standard or local order; nil when it is not known.
    public let limitSource: Phrase?
    /// The document by which the authority adopted the rule; nil where it needs no adoption.
    public let adoption: Phrase?
    /// The means that exceed, in order.
    public let values: [ExceedingValue]
    /// The standard of incinerators that a daily limit of a stack stands in, `GB 18484`; nil for another limit.
    public let limitStandard: String?
    /// In what kind of text the limit stands; nil when it is not known.
    public let limitKind: LimitSourceKind?

    /// On what an exceedance was found.
    public init(
        factor: Phrase, rule: String, decision: DecisionID, limit: String?, limitSource: Phrase?,
        limitStandard: String? = nil, limitKind: LimitSourceKind? = nil,
        adoption: Phrase? = nil, values: [ExceedingValue] = []
    ) {
        self.adoption = adoption
        self.values = values
        self.factor = factor
        self.rule = rule
        self.decision = decision
        self.limit = limit
        self.limitSource = limitSource
        self.limitStandard = limitStandard
        self.limitKind = limitKind
    }
}
