import Kernel
import Web

/// A computed hour as a table shows it.
struct ComputedText {
    let average: String?
    let converted: String?
    let minutes: Int?
    private let hour: ComputedHour

    init(_ hour: ComputedHour) {
        self.hour = hour
        switch hour.outcome {
        case .mean(let average, let converted, let minutes):
            (self.average, self.converted) = (average.shown.description, converted?.shown.description)
            self.minutes = minutes
        case .notEnough(let minutes): (average, converted, self.minutes) = (nil, nil, minutes)
        case .lengthUnknown: (average, converted, minutes) = (nil, nil, nil)
        }
    }

    /// What kind of value it is, or why there is none.
    func note(_ language: Language) -> String {
        switch hour.outcome {
        case .mean: Phrase("计算值", "computed")(language)
        case .notEnough: Phrase("有效分钟不足", "too few valid minutes")(language)
        case .lengthUnknown: Phrase("分钟间隔不明", "length of the periods unknown")(language)
        }
    }
}
