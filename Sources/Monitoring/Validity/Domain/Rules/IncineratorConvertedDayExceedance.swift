import Facts
import Kernel

/// MON-04, version 4: an incinerator's daily mean that may be used breaks the limit of its day.
///
/// Beside version 3 a mean that came without its converted value, where the limit is at a reference oxygen, decides
/// only when it exceeds as measured already and converting could only raise it.
struct IncineratorConvertedDayExceedance: DecisionRule {
    typealias Input = MeanInput
    typealias Outcome = StackHourExceedance.Outcome

    private static let former = IncineratorCountedDayExceedance.descriptor

    static let descriptor = RuleDescriptor(
        code: former.code, version: 4, title: former.title, basis: former.basis.joined(with: ConversionGround.basis),
        validFrom: former.validFrom, validTo: nil, certainty: former.certainty)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        Ruling(outcome: Outcome(episodes: input.episodes), steps: input.steps)
    }
}
