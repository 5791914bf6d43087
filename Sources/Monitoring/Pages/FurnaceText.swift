import Facts
import Kernel
import Standards

/// How a furnace's day is called.
enum FurnaceText {
    static func state(_ counted: LowTemperatureDay.Outcome?) -> (tag: String, word: Phrase) {
        guard let counted else { return ("neutral", Phrase("当日无限值", "no limit in force")) }
        return counted.isViolation
            ? ("late", Phrase("违法：低温超过 5 次", "violation: more than 5 low means"))
            : ("done", Phrase("不构成违法", "no violation"))
    }

    /// Over which time a limit's value is a mean. The furnace's is kept as one of the day, because its low five-minute
    /// means are counted by the day; a mean of the day it is not.
    static func mean(_ period: MeanPeriod, of pollutant: PollutantCode) -> Phrase {
        pollutant == .furnaceTemperature
            ? Phrase("5分钟均值（按自然日计次）", "five-minute means, counted by day") : period.phrase
    }
}
