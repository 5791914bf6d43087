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

    /// What the journal commits to: SHA-256 over one `name=value` line for each part, the byte parts by their own
    /// SHA-256, in this order, each line ended by LF.
    public var digest: Digest256 {
        let lines = [
            "jianhu-decision=1", "decision=\(id)", "rule=\(ruleCode)", "version=\(ruleVersion)",
            "reference=\(reference)", "decided_at_ms=\(decidedAt.milliseconds)",
            "input_sha256=\(Digest256(of: input))", "outcome_sha256=\(Digest256(of: outcome))",
            "steps_sha256=\(Digest256(of: stepsJSON))",
        ]
        return Digest256(of: lines.map { $0 + "\n" }.joined())
    }

    /// The steps in words.
    public func steps() throws -> [Phrase] { try CanonicalJSON.value([Phrase].self, from: stepsJSON) }
}
