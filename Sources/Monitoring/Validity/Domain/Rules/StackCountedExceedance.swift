import Facts
import Kernel

/// MON-01, version 4: a stack's hourly mean that may be used breaks the limit of its day.
///
/// Beside version 3 it reads the received minutes of its hours: an hour that cannot have enough valid ones does not
/// decide.
struct StackCountedExceedance: DecisionRule {
    typealias Input = MeanInput
    typealias Outcome = StackHourExceedance.Outcome

    private static let former = StackValidExceedance.descriptor

    static let descriptor = RuleDescriptor(
        code: former.code, version: 4, title: former.title, basis: former.basis.joined(with: MinuteCapture.basis),
        validFrom: former.validFrom, validTo: nil, certainty: former.certainty)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        Ruling(outcome: Outcome(episodes: input.episodes), steps: input.steps)
    }
}
