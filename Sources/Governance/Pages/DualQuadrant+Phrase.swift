import Kernel

extension DualQuadrant {
    /// Where both stand, in words.
    var phrase: Phrase {
        switch self {
        case .both: Phrase("环境良好、经济良好", "both good")
        case .environment: Phrase("环境良好、经济待提升", "good environment, weak economy")
        case .economy: Phrase("经济良好、环境待提升", "good economy, weak environment")
        case .neither: Phrase("环境、经济均待提升", "both weak")
        }
    }

    /// The look of it.
    var tag: String {
        switch self {
        case .both: "done"
        case .environment: "blue"
        case .economy: "yellow"
        case .neither: "red"
        }
    }
}
