import Kernel

extension Indicator.Frequency {
    /// How often, in words.
    var phrase: Phrase {
        switch self {
        case .month: Phrase("每月", "month")
        case .quarter: Phrase("每季", "quarter")
        case .year: Phrase("每年", "year")
        }
    }
}
