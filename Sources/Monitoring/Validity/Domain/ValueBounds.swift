import Facts
import Kernel

/// Between which figures a value can lie at all (`share/rules/validity-and-marks.json`).
struct ValueBounds: Hashable, Sendable, Codable {
    /// The factor; nil for every factor of the unit.
    let factor: PollutantCode?
    /// The code of the unit.
    let unit: String
    /// The least.
    let min: DecimalNumber
    /// The greatest.
    let max: DecimalNumber
    /// How sure we are.
    let certainty: Certainty
    /// Where it comes from.
    let source: Phrase

    /// Whether a value can be one.
    func hold(_ value: DecimalNumber) -> Bool { min <= value && value <= max }
}

extension [ValueBounds] {
    /// The bounds of a factor in its unit: its own before those of the unit.
    func bounds(of factor: PollutantCode, unit: String) -> ValueBounds? {
        let fitting = filter { $0.unit == unit }
        return fitting.first { $0.factor == factor } ?? fitting.first { $0.factor == nil }
    }
}
