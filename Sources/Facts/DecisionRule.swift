public import Kernel

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
