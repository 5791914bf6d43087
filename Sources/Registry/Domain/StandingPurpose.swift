public import Kernel

/// What somebody wants to know an enterprise's standing for. It stands on the sheet and in the enterprise's timeline.
public enum StandingPurpose: String, Sendable, Codable, CaseIterable {
    /// A loan or its review.
    case loan
    /// Liability insurance.
    case insurance
    /// Buying from it or working with it.
    case procurement
    /// Anything else.
    case other

    /// What people read.
    public var phrase: Phrase {
        switch self {
        case .loan: Phrase("授信与贷后管理", "a loan or its review")
        case .insurance: Phrase("保险", "insurance")
        case .procurement: Phrase("采购与合作", "procurement")
        case .other: Phrase("其他", "other")
        }
    }
}
