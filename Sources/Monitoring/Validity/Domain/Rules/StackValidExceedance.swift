import Facts
import Kernel

/// MON-01, version 3: a stack's hourly mean that may be used breaks the limit of its day.
///
/// Beside version 2 it reads what the enterprise marked and what is possible at all, and says until when it is
/// provisional.
struct StackValidExceedance: DecisionRule {
    typealias Input = MeanInput
    typealias Outcome = StackHourExceedance.Outcome

    static let descriptor = RuleDescriptor(
        code: StackMeanExceedance.descriptor.code, version: 3,
        title: Phrase(
            "固定污染源废气：有效的自动监测小时均值（折算值优先）不符合排放限值即为超标",
            "stack emissions: a valid automatic hourly mean (converted value first) that breaks its limit is an "
                + "exceedance"
        ),
        basis: StackMeanExceedance.descriptor.basis.joined(
            with: MeanInput.basis),
        validFrom: StackMeanExceedance.descriptor.validFrom, validTo: nil,
        certainty: StackMeanExceedance.descriptor.certainty)

    static func decide(_ input: MeanInput) -> Ruling<Outcome> {
        Ruling(outcome: Outcome(episodes: input.episodes), steps: input.steps)
    }
}
