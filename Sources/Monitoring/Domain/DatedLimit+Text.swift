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
        let words = noted(words)
        guard let kind = sourceKind?.phrase, !source.hasPrefix(kind.zh) else { return words }
        return Phrase("\(kind.zh)：\(words.zh)", "\(kind.en): \(words.en)")
    }

    /// Words for its source with what must be known of the figure: why it holds on its day, and that its text was not
    /// checked.
    func noted(_ words: Phrase) -> Phrase {
        let notes = [circumstance, doubt].compactMap(\.self)
        return notes.reduce(words) { Phrase("\($0.zh)；\($1.zh)", "\($0.en); \($1.en)") }
    }

    /// That its text was not checked; nil for one that was, or that an officer read in a permit.
    var doubt: Phrase? {
        guard let certainty, certainty != .verified else { return nil }
        return certainty.phrase
    }

    /// What it demands in words, with what it demands in the other season.
    var words: Phrase {
        guard let other, let condition = other.condition?.phrase else { return Phrase(text, text) }
        return Phrase(
            "\(plainText)；\(condition.zh) ≤ \(other.limit)\(unitBehind)",
            "\(plainText); \(condition.en) ≤ \(other.limit)\(unitBehind)")
    }

    /// `≤ 35 mg/m³`, `6–9`, `ND (< 0.004 mg/L)`, `≤ 2 mg/L; 11-01…03-31: ≤ 4 mg/L`.
    var text: String {
        guard let other, let condition = other.condition else { return plainText }
        return "\(plainText); \(condition.short): ≤ \(other.limit)\(unitBehind)"
    }

    /// Its figure in a column of figures: an upper limit is a number, everything else tells what it demands.
    var figure: String {
        switch demand ?? .atMost {
        case .atMost: "\(limit)"
        case .atLeast: "≥ \(limit)"
        case .within: "\(lower?.description ?? "")–\(limit)"
        case .notDetectable: "ND (< \(limit))"
        }
    }

    private var plainText: String {
        switch demand ?? .atMost {
        case .atMost: "≤ \(limit)\(unitBehind)"
        case .atLeast: "≥ \(limit)\(unitBehind)"
        case .within: "\(lower?.description ?? "")–\(limit)\(unitBehind)"
        case .notDetectable: "ND (< \(limit)\(unitBehind))"
        }
    }
}
