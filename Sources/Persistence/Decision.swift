import Facts
public import Kernel

/// A stored decision: which rule in which version read what and came to what, with the steps in words.
public struct Decision: Sendable, Equatable {
    /// The decision.
    public let id: DecisionID
    /// The rule's code.
    public let ruleCode: String
    /// The rule's version.
    public let ruleVersion: Int
    /// What it is about, for example an episode.
    public let reference: String
    /// When it was taken.
    public let decidedAt: Instant
    /// Canonical JSON of everything it read.
    public let input: [UInt8]
    /// Canonical JSON of the outcome.
    public let outcome: [UInt8]
    /// Canonical JSON of the steps.
    public let stepsJSON: [UInt8]

    /// A decision.
    public init(
        id: DecisionID, ruleCode: String, ruleVersion: Int, reference: String, decidedAt: Instant, input: [UInt8],
        outcome: [UInt8], stepsJSON: [UInt8]
    ) {
        self.id = id
        self.ruleCode = ruleCode
        self.ruleVersion = ruleVersion
        self.reference = reference
        self.decidedAt = decidedAt
        self.input = input
        self.outcome = outcome
        self.stepsJSON = stepsJSON
    }

    /// The steps in words.
    public func steps() throws -> [Phrase] { try CanonicalJSON.value([Phrase].self, from: stepsJSON) }
}
