public import Kernel

/// In which language and type somebody reads, as their profile says it.
public struct Preferences: Sendable, Equatable {
    /// The language; nil for whoever never said.
    public let language: Language?
    /// Whether the type is large; nil for whoever never said.
    public let hasLargeType: Bool?

    /// What a profile says.
    public init(language: Language?, hasLargeType: Bool?) {
        self.language = language
        self.hasLargeType = hasLargeType
    }

    /// Nothing was ever said.
    public static let none = Preferences(language: nil, hasLargeType: nil)
}
