import Kernel

extension Indicator.Direction {
    /// Which way is better, in words.
    var phrase: Phrase {
        switch self {
        case .higher: Phrase("越高越好", "more is better")
        case .lower: Phrase("越低越好", "less is better")
        }
    }

    /// The sign between a value and its goal.
    var sign: String {
        switch self {
        case .higher: "≥"
        case .lower: "≤"
        }
    }
}
