/// The two languages of the product; Chinese is the first.
public enum Language: String, Sendable, CaseIterable, Codable {
    /// Simplified Chinese.
    case chinese = "zh"
    /// English.
    case english = "en"
}

/// A term in both languages; nothing that a person reads exists in one language only.
public struct Phrase: Hashable, Sendable, Codable {
    /// Simplified Chinese.
    public let zh: String
    /// English.
    public let en: String

    /// A term in both languages.
    public init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    /// The words in one language.
    public func callAsFunction(_ language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }
}
