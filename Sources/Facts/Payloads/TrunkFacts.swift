public import Kernel

/// A decision was stored: the journal commits to all of it, so that neither what it read nor what it came to can change
/// unseen.
public struct DecisionTaken: Fact {
    public static let kind = "decision.taken"
    /// The decision.
    public let decision: DecisionID
    /// The rule's code.
    public let rule: String
    /// The rule's version.
    public let version: Int
    /// SHA-256 over the stored decision (`docs/method/journal.md`).
    public let digest: Digest256

    /// A stored decision.
    public init(decision: DecisionID, rule: String, version: Int, digest: Digest256) {
        self.decision = decision
        self.rule = rule
        self.version = version
        self.digest = digest
    }
}

/// A database was made, and told what it is for: an invented city never passes for a real one.
public struct InstallationMade: Fact {
    public static let kind = "installation.made"
    /// What it is for: `demonstration` or `real`.
    public let purpose: String

    /// A database with its purpose.
    public init(purpose: String) {
        self.purpose = purpose
    }
}
