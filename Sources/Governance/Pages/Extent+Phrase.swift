import Kernel

extension PolicyCoverage.Extent {
    /// How far something works, in words.
    var phrase: Phrase {
        switch self {
        case .whole: Phrase("已建成", "works")
        case .part: Phrase("部分建成", "works in part")
        case .none: Phrase("尚未建成", "not yet")
        case .unassessed: Phrase("尚未评估", "not assessed")
        }
    }

    /// The look of it.
    var tag: String {
        switch self {
        case .whole: "done"
        case .part: "open"
        case .none, .unassessed: "neutral"
        }
    }

    /// What is said of a mechanism that nothing is told of.
    var nothingTold: Phrase {
        self == .unassessed
            ? Phrase("尚未对照产品评估。", "Nobody has held this against the product yet.")
            : Phrase("产品中还没有这项功能。", "The product does not do this yet.")
    }
}
