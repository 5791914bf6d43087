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
