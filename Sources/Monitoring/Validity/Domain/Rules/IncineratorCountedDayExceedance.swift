import Facts
import Kernel

/// MON-04, version 3: an incinerator's daily mean that may be used breaks the limit of its day.
///
/// Beside version 2 the hours of its days are counted by their received minutes: one that cannot have enough valid
/// ones is none of the valid hours.
struct IncineratorCountedDayExceedance: DecisionRule {
    typealias Input = MeanInput
    typealias Outcome = StackHourExceedance.Outcome

    private static let former = IncineratorValidDayExceedance.descriptor

    static let descriptor = RuleDescriptor(
        code: former.code, version: 3, title: former.title, basis: former.basis.joined(with: MinuteCapture.basis),
        validFrom: former.validFrom, validTo: nil, certainty: former.certainty)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        Ruling(outcome: Outcome(episodes: input.episodes), steps: input.steps)
    }
}
