import Facts
import Kernel
import Standards

/// MON-05: more than five five-minute means of an incinerator's furnace below the lowest allowed temperature on a
/// natural day are a violation; neighbouring such days are one episode.
struct LowFurnaceTemperature: DecisionRule {
    struct Input: Codable, Sendable, Equatable {
        /// The outlet judged.
        let outlet: OutletID
        /// The furnace temperature.
        let pollutant: PollutantCode
        /// The days of the window, with every five-minute mean.
        let days: [FurnaceDay]
        /// The limits recorded for outlet and temperature: minima of the day in ℃.
        let limits: [DatedLimit]
        /// How many low means are too many.
        let figures: FurnaceFigures
        /// When days belong together.
        let parameters: JudgingParameters
        /// When the decision was taken.
        let now: Instant
    }

    typealias Outcome = StackHourExceedance.Outcome

    static let descriptor = RuleDescriptor(
        code: "MON-05", version: 1,
        title: Phrase(
            "焚烧炉炉膛温度：一个自然日内5分钟均值低于限值超过5次即为违法",
            "furnace temperature of incinerators: more than five low five-minute means a day are a violation"),
        basis: Phrase(
            "生活垃圾焚烧发电厂自动监测数据应用管理规定（部令第10号）第七条；GB 18484-2020 9.4",
            "Order 10 on automatic data of municipal waste incineration, art. 7; GB 18484-2020 9.4"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .verified)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let episodes = ExceedanceSpans.find(
            in: readings(input.days, input.figures), limits: input.limits, parameters: input.parameters,
            now: input.now, period: .day)
        let steps = input.days.sorted { $0.day < $1.day }.flatMap { daySteps($0, input) }
        return Ruling(outcome: Outcome(episodes: episodes), steps: steps + [conclusion(episodes)])
    }

    /// Each day by the mean that decides it. It stands below the limit exactly when more means do than are allowed.
    static func readings(_ days: [FurnaceDay], _ figures: FurnaceFigures) -> [HourReading] {
        days.map { day in
            HourReading(
                hour: Instant(startOf: day.day), average: day.deciding(lowMax: figures.lowWindowsMax.value),
                converted: nil, mark: nil, frame: day.framesRoot)
        }
    }

    /// The counts of a day beside a limit; nil without a limit in force.
    static func count(
        _ day: FurnaceDay, limits: [DatedLimit], figures: FurnaceFigures
    ) -> Ruling<LowTemperatureDay.Outcome>? {
        guard let limit = limits.inForce(on: day.day, of: .day) else { return nil }
        let lowest = RuleFigure(limit.limit, certainty: .verified, source: Phrase(limit.source, limit.source))
        return LowTemperatureDay.judge(day.windows, degreesMin: lowest, figures: figures)
    }

    private static func daySteps(_ day: FurnaceDay, _ input: Input) -> [Phrase] {
        guard let limit = input.limits.inForce(on: day.day, of: .day),
            let counted = count(day, limits: input.limits, figures: input.figures)
        else { return [Phrase("\(day.day)：当日无温度限值，不作判定", "\(day.day): no limit in force, not judged")] }
        guard Instant(startOf: day.day.adding(days: 1)) <= input.now.adding(minutes: input.parameters.clockLead) else {
            return [Phrase("\(day.day)：当日尚未结束，暂不判定", "\(day.day): the day is not over yet, not judged")]
        }
        let lowMax = input.figures.lowWindowsMax.value
        let place = Phrase("第 \(lowMax + 1) 低的5分钟均值", "number \(lowMax + 1) from below")
        let deciding =
            day.deciding(lowMax: lowMax).map { Phrase("\(place.zh) \($0) ℃", "\(place.en): \($0) °C") }
            ?? Phrase("5分钟均值不足", "too few five-minute means")
        return [
            Phrase(
                "\(day.day)：限值 ≥ \(limit.limit) ℃（\(limit.source)），\(deciding.zh)",
                "\(day.day): limit ≥ \(limit.limit) °C (\(limit.source)), \(deciding.en)")
        ] + counted.steps
    }

    private static func conclusion(_ episodes: [ExceedanceExtent]) -> Phrase {
        guard let episode = episodes.first else {
            return Phrase("结论：不构成违法", "conclusion: no violation")
        }
        return Phrase(
            "结论：\(episode.hours) 天炉膛温度不达标，不计倍数",
            "conclusion: too cold on \(episode.hours) days, no multiple")
    }
}
