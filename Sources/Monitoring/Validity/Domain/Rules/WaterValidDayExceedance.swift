import Facts
import Kernel

/// MON-02, version 2: a daily mean of waste water that may be used breaks the limit of its day.
///
/// Beside version 1 it reads how many hours of the day may be used, and says until when it is provisional.
struct WaterValidDayExceedance: DecisionRule {
    typealias Input = MeanInput
    typealias Outcome = StackHourExceedance.Outcome

    static let descriptor = RuleDescriptor(
        code: WaterDayExceedance.descriptor.code, version: 2,
        title: Phrase(
            "废水：有效的自动监测日均值不符合排放限值即为超标；小时值超限只作预警",
            "waste water: a valid automatic daily mean that breaks its limit is an exceedance; an hour only warns"),
        basis: WaterDayExceedance.descriptor.basis.joined(
            with: MeanInput.basis),
        validFrom: WaterDayExceedance.descriptor.validFrom, validTo: nil,
        certainty: WaterDayExceedance.descriptor.certainty)

    static func decide(_ input: MeanInput) -> Ruling<Outcome> {
        Ruling(outcome: Outcome(episodes: input.episodes), steps: input.steps)
    }
}
