import Kernel

extension TaskStanding {
    /// What the lead unit says, in words.
    var phrase: Phrase {
        switch self {
        case .onTrack: Phrase("正常推进", "on track")
        case .atRisk: Phrase("有风险", "at risk")
        case .late: Phrase("滞后", "late")
        case .fulfilled: Phrase("已完成", "fulfilled")
        }
    }
}
