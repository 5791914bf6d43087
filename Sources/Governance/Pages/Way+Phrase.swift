import Kernel

extension Indicator.Way {
    /// Where a value comes from, in words.
    var phrase: Phrase {
        switch self {
        case .filed: Phrase("责任单位填报", "filed by its owner")
        case .formula: Phrase("由公式计算", "computed by a formula")
        case .counted: Phrase("由本系统记录计数", "counted from this system's facts")
        case .surveyed: Phrase("由满意度调查得出", "the result of a survey")
        }
    }
}
