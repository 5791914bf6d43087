import Kernel

extension Feedback.Outcome {
    /// What the office does, in words.
    var phrase: Phrase {
        switch self {
        case .answered: Phrase("答复", "answer it")
        case .closed: Phrase("关闭（与服务无关、重复等）", "close it (beside the point, or a repetition)")
        }
    }
}
