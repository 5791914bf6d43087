public import Kernel

/// What is known about a rule beside its logic: code, version, legal basis, and the days it is in force.
public struct RuleDescriptor: Hashable, Sendable {
    /// Stable code, for example `MON-01`.
    public let code: String
    /// Raised whenever the logic could decide differently; old versions stay replayable.
    public let version: Int
    /// What the rule says, in one sentence.
    public let title: Phrase
    /// The clause it rests on.
    public let basis: Phrase
    /// First day in force.
    public let validFrom: CivilDate
    /// Last day in force; nil while it is.
    public let validTo: CivilDate?
    /// How sure we are.
    public let certainty: Certainty

    /// A rule's data.
    public init(
        code: String, version: Int, title: Phrase, basis: Phrase, validFrom: CivilDate, validTo: CivilDate?,
        certainty: Certainty
    ) {
        self.code = code
        self.version = version
        self.title = title
        self.basis = basis
        self.validFrom = validFrom
        self.validTo = validTo
        self.certainty = certainty
    }
}
