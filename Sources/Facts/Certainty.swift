public import Kernel

/// How sure we are of a rule or a figure; anything but `verified` is shown to whoever relies on it.
public enum Certainty: String, Sendable, Codable, CaseIterable {
    /// Compared with an official text.
    case verified
    /// Known, not yet compared with the text.
    case fromMemory = "from-memory"
    /// No public source: chosen so that the work can be done, and changeable.
    case designValue = "design-value"

    /// The mark as people read it.
    public var phrase: Phrase {
        switch self {
        case .verified: Phrase("已核对原文", "verified against the text")
        case .fromMemory: Phrase("凭记忆，未核对原文", "from memory, not checked against the text")
        case .designValue: Phrase("设计值，可配置", "design value, configurable")
        }
    }
}
