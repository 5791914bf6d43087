import Kernel

extension PolicyCoverage.Extent {
    /// How far something works, in words.
    var phrase: Phrase {
        switch self {
        case .whole: Phrase("已建成", "works")
        case .part: Phrase("部分建成", "works in part")
        case .none: Phrase("尚未建成", "not yet")
        }
    }

    /// The look of it.
    var tag: String {
        switch self {
        case .whole: "done"
        case .part: "open"
        case .none: "neutral"
        }
    }
}
