import FoundationEssentials
import Kernel

/// The fixed words of a template in both languages.
struct LabelTable: Sendable {
    let phrases: [String: Phrase]

    init(phrases: [String: Phrase] = [:]) {
        self.phrases = phrases
    }

    /// Reads `{"key": {"zh": "…", "en": "…"}}`; nil for anything else, and for an empty word.
    init?(_ bytes: [UInt8]) {
        guard let phrases = try? JSONDecoder().decode([String: Phrase].self, from: Data(bytes)),
            phrases.values.allSatisfy({ !$0.zh.isEmpty && !$0.en.isEmpty })
        else { return nil }
        self.phrases = phrases
    }

    /// The words in one language.
    func words(_ language: Language) -> [String: String] {
        phrases.mapValues { $0(language) }
    }

    /// These labels, and those of another table where this one has none.
    func over(_ other: LabelTable) -> LabelTable {
        LabelTable(phrases: phrases.merging(other.phrases) { own, _ in own })
    }
}
