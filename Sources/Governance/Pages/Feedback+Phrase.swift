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

extension Feedback.Outcome {
    /// What the office does, in words.
    var phrase: Phrase {
        switch self {
        case .answered: Phrase("答复", "answer it")
        case .closed: Phrase("关闭（与服务无关、重复等）", "close it (beside the point, or a repetition)")
        }
    }
}
