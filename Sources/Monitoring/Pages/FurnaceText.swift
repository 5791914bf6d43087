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
}
