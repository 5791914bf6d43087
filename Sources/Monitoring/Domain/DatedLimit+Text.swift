import Facts
import Kernel
import Standards

extension DatedLimit {
    /// The symbol of its unit; empty for a plain number.
    var unitSymbol: String { MeasurementUnit(unit ?? "mg/m3")?.symbol ?? unit ?? "" }

    /// The unit behind a figure, with its space.
    var unitBehind: String { unitSymbol.isEmpty ? "" : " \(unitSymbol)" }

    /// Where it is written, with the kind of text where that was told and its name does not begin with it.
    var sourceText: Phrase { named(Phrase(source, source)) }

    /// Words for its source, behind the kind of text.
    func named(_ words: Phrase) -> Phrase {
        guard let kind = sourceKind?.phrase, !source.hasPrefix(kind.zh) else { return words }
        return Phrase("\(kind.zh)：\(words.zh)", "\(kind.en): \(words.en)")
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
