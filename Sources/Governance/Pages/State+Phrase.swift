import Kernel

extension Feedback.State {
    /// Where feedback stands, in words.
    var phrase: Phrase {
        switch self {
        case .counted: Phrase("只有星级", "stars alone")
        case .open: Phrase("待答复", "to be answered")
        case .answered: Phrase("已答复", "answered")
        case .closed: Phrase("已关闭", "closed")
        }
    }

    var tag: String {
        switch self {
        case .counted, .closed: "neutral"
        case .open: "open"
        case .answered: "done"
        }
    }
}
