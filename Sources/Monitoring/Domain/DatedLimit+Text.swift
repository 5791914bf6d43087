import Facts
import Kernel
import Standards

extension DatedLimit {
    /// The symbol of its unit; empty for a plain number.
    var unitSymbol: String { MeasurementUnit(unit ?? "mg/m3")?.symbol ?? unit ?? "" }

    /// The unit behind a figure, with its space.
    var unitBehind: String { unitSymbol.isEmpty ? "" : " \(unitSymbol)" }

    /// Where it is written, with the kind of text where that was told.
    var sourceText: Phrase {
        sourceKind.map { Phrase("\($0.phrase.zh)：\(source)", "\($0.phrase.en): \(source)") } ?? Phrase(source, source)
    }

    /// `≤ 35 mg/m³`, `6–9`, `ND (< 0.004 mg/L)`.
    var text: String {
        switch demand ?? .atMost {
        case .atMost: "≤ \(limit)\(unitBehind)"
        case .atLeast: "≥ \(limit)\(unitBehind)"
        case .within: "\(lower?.description ?? "")–\(limit)\(unitBehind)"
        case .notDetectable: "ND (< \(limit)\(unitBehind))"
        }
    }
}
