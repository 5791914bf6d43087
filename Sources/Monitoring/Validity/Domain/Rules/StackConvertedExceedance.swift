import Facts
import Kernel

/// MON-01, version 5: a stack's hourly mean that may be used breaks the limit of its day.
///
/// Beside version 4 a mean that came without its converted value, where the limit is at a reference oxygen, decides
/// only when it exceeds as measured already and converting could only raise it.
struct StackConvertedExceedance: DecisionRule {
    typealias Input = MeanInput
    typealias Outcome = StackHourExceedance.Outcome

    private static let former = StackCountedExceedance.descriptor

    static let descriptor = RuleDescriptor(
        code: former.code, version: 5, title: former.title, basis: former.basis.joined(with: ConversionGround.basis),
        validFrom: former.validFrom, validTo: nil, certainty: former.certainty)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        Ruling(outcome: Outcome(episodes: input.episodes), steps: input.steps)
    }
}
