/// How sure a row of our tables is: the confidence words of the fact base.
public enum Certainty: String, Sendable, Hashable, CaseIterable, Comparable {
    /// One secondary source.
    case weak
    /// Two secondary sources agree, or one quotes the page.
    case likely
    /// The text of the standard, or verified by computation.
    case confirmed

    public static func < (left: Certainty, right: Certainty) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .weak: 0
        case .likely: 1
        case .confirmed: 2
        }
    }
}
