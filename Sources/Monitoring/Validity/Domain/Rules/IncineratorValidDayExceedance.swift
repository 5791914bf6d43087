import Facts
import Kernel

/// MON-04, version 2: an incinerator's daily mean that may be used breaks the limit of its day.
///
/// Beside version 1 it reads how many hours of the day may be used, and says until when it is provisional. It is no
/// surer than what it added: noon of the next day is from memory.
struct IncineratorValidDayExceedance: DecisionRule {
    typealias Input = MeanInput
    typealias Outcome = StackHourExceedance.Outcome

    static let descriptor = RuleDescriptor(
        code: IncineratorDayExceedance.descriptor.code, version: 2,
        title: Phrase(
            "焚烧炉：有效的自动监测日均值（折算值优先）不符合排放限值即为超标；小时值不作判定",
            "incinerators: a valid automatic daily mean (converted value first) that breaks its limit is an "
                + "exceedance; hours do not decide"
        ),
        basis: IncineratorDayExceedance.descriptor.basis.joined(
            with: MeanInput.basis),
        validFrom: IncineratorDayExceedance.descriptor.validFrom, validTo: nil,
        certainty: .fromMemory)

    static func decide(_ input: MeanInput) -> Ruling<Outcome> {
        Ruling(outcome: Outcome(episodes: input.episodes), steps: input.steps)
    }
}
