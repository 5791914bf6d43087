import Facts
import Kernel

/// MON-04: an incinerator's daily mean that breaks the limit of its day. Where a daily limit is in force at a stack,
/// its hours do not decide (Order 10).
struct IncineratorDayExceedance: DecisionRule {
    typealias Input = StackHourExceedance.Input
    typealias Outcome = StackHourExceedance.Outcome

    static let descriptor = RuleDescriptor(
        code: "MON-04", version: 1,
        title: Phrase(
            "焚烧炉：自动监测日均值（折算值优先）不符合排放限值即为超标；小时值不作判定",
            "incinerators: an automatic daily mean (converted value first) that breaks its limit is an exceedance; "
                + "hours do not decide"),
        basis: Phrase(
            "生活垃圾焚烧发电厂自动监测数据应用管理规定（部令第10号）；GB 18485-2014；GB 18484-2020",
            "Order 10 on automatic data of municipal waste incineration; GB 18485-2014; GB 18484-2020"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .verified)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let episodes = ExceedanceSpans.find(
            in: input.readings, limits: input.limits, parameters: input.parameters, now: input.now, period: .day)
        let days = input.readings.sorted { $0.hour < $1.hour }.map { reading in
            MeanSteps.step(
                for: reading, limits: input.limits, parameters: input.parameters, now: input.now, period: .day)
        }
        return Ruling(
            outcome: Outcome(episodes: episodes), steps: days + [MeanSteps.conclusion(episodes, period: .day)])
    }
}
