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

    /// What a person must be told who relies on a rule of such certainty; nil when there is nothing to tell.
    public var caution: Phrase? {
        switch self {
        case .verified: nil
        case .fromMemory:
            Phrase(
                "本规则凭记忆写成，尚未与原文核对；用于处罚前，须由人员核对原文。",
                "This rule is written from memory and not yet compared with the text; a person must read the text "
                    + "before any penalty rests on it.")
        case .designValue:
            Phrase(
                "本规则为设计值：没有公开的原文规定它，可以配置；不得单独作为处罚依据。",
                "This rule is a design value: no public text fixes it, and it can be configured; no penalty may rest "
                    + "on it alone.")
        }
    }
}
