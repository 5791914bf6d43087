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

/// A pure function from facts read to an outcome with its steps in words; replaying it years later must give the same.
public protocol DecisionRule: Sendable {
    /// Every fact and parameter the decision reads. Nothing else may influence it.
    associatedtype Input: Codable & Sendable & Equatable
    /// What was decided.
    associatedtype Outcome: Codable & Sendable & Equatable

    /// The rule's data.
    static var descriptor: RuleDescriptor { get }

    /// Decides.
    static func decide(_ input: Input) -> Ruling<Outcome>
}

/// An outcome and the way to it.
public struct Ruling<Outcome: Codable & Sendable & Equatable>: Sendable, Equatable {
    /// What was decided.
    public let outcome: Outcome
    /// Each step in words, in both languages.
    public let steps: [Phrase]

    /// An outcome and the way to it.
    public init(outcome: Outcome, steps: [Phrase]) {
        self.outcome = outcome
        self.steps = steps
    }
}

/// A rule with its types hidden, so that `verify` can replay any stored decision.
public struct ReplayableRule: Sendable {
    /// The rule's data.
    public let descriptor: RuleDescriptor
    private let replay: @Sendable ([UInt8]) throws -> RecordedRuling

    /// Hides a rule's types.
    public init<R: DecisionRule>(_ rule: R.Type) {
        descriptor = R.descriptor
        replay = { input in try RecordedRuling(R.decide(CanonicalJSON.value(R.Input.self, from: input))) }
    }

    /// The ruling on canonical input bytes.
    public func ruling(on input: [UInt8]) throws -> RecordedRuling { try replay(input) }
}

/// A ruling in canonical bytes, as it is stored and compared.
public struct RecordedRuling: Sendable, Equatable {
    /// Canonical JSON of the outcome.
    public let outcome: [UInt8]
    /// Canonical JSON of the steps.
    public let steps: [UInt8]

    /// The canonical bytes of a ruling.
    public init<Outcome>(_ ruling: Ruling<Outcome>) throws {
        outcome = try CanonicalJSON.bytes(of: ruling.outcome)
        steps = try CanonicalJSON.bytes(of: ruling.steps)
    }
}
