import Kernel
import Standards

/// The figure of a limit that holds under a condition, in place of the one that holds otherwise: in the cold season, or
/// while the water is cold.
struct OtherLimit: Hashable, Sendable, Codable {
    /// When it holds, as the limit table writes it: `season 11-01..03-31`, `water-temperature <=12`.
    let code: String
    /// The figure, in the unit of the limit.
    let limit: DecimalNumber
    /// The daily means of the water's temperature, where the condition asks for it; nil elsewhere.
    var temperatures: [WaterTemperature]?

    /// The mean of a day.
    struct WaterTemperature: Hashable, Sendable, Codable {
        let day: CivilDate
        /// ℃.
        let degrees: DecimalNumber
    }

    init(code: String, limit: DecimalNumber, temperatures: [WaterTemperature]? = nil) {
        self.code = code
        self.limit = limit
        self.temperatures = temperatures
    }

    /// When it holds; nil for what no table of ours knows.
    var condition: LimitCondition? { LimitCondition(code) }

    /// Whether the water's temperature decides.
    var needsTemperature: Bool { condition?.needsTemperature ?? false }

    /// Whether it holds on a day, and why in words. Where the temperature is not known it does not.
    func finding(on day: CivilDate) -> (holds: Bool, words: Phrase)? {
        guard let condition else { return nil }
        let temperature = temperatures?.first { $0.day == day }?.degrees
        let circumstances = LimitCircumstances(day: day, waterTemperature: temperature)
        let isMet = condition.isMet(in: circumstances)
        if condition.needsTemperature {
            guard let temperature, let isMet else {
                return (
                    false,
                    Phrase(
                        "当日无可用水温日均值，按登记时选定的限值",
                        "no usable daily mean of water temperature: the limit chosen when recorded")
                )
            }
            return (isMet, Phrase("当日水温 \(temperature) ℃", "water \(temperature) °C on that day"))
        }
        let holds = isMet ?? false
        guard let words = (holds ? condition : condition.otherSeason)?.phrase else { return nil }
        return (holds, words)
    }
}
