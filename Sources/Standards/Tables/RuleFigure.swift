public import Facts
public import Kernel

/// A number that a rule rests on, with how sure we are of it and where it is written.
///
/// Figures come from `share/rules/judging-values.json` and travel in a decision's input, so that an old decision
/// replays with the figures of its day.
public struct RuleFigure<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    /// The number; its unit is said where the figure is named.
    public let value: Value
    /// How sure we are.
    public let certainty: Certainty
    /// Where it is written.
    public let source: Phrase

    /// A figure with its source.
    public init(_ value: Value, certainty: Certainty, source: Phrase) {
        self.value = value
        self.certainty = certainty
        self.source = source
    }

    /// The number as steps tell it: `20`, or with the doubt behind it when it is not verified.
    public func shown(unit: String = "") -> Phrase {
        let number = unit.isEmpty ? "\(value)" : "\(value) \(unit)"
        switch certainty {
        case .verified: return Phrase(number, number)
        case .fromMemory, .designValue:
            return Phrase("\(number)（\(certainty.phrase.zh)）", "\(number) (\(certainty.phrase.en))")
        }
    }
}
