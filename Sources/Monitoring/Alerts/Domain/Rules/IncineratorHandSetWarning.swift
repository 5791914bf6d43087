import Facts
import Kernel

/// MON-07, version 2: hours and days that were set by hand (mark S) warn as well.
enum IncineratorHandSetWarning: DecisionRule {
    typealias Input = IncineratorWarning.Input
    typealias Outcome = IncineratorWarning.Outcome

    static let descriptor = RuleDescriptor(
        code: IncineratorWarning.descriptor.code, version: 2,
        title: Phrase(
            "焚烧炉：小时值高于小时限值，或缺日均值而由小时值计算的日均值超过限值，或手工设定（S）的值超过限值的，"
                + "只作预警，不构成超标判定",
            "incinerators: an hour beyond the hourly limit warns, and so does a day without its uploaded mean when its "
                + "hours give one beyond the limit, and a value set by hand (S) beyond it; none is an exceedance"),
        basis: IncineratorWarning.descriptor.basis, validFrom: IncineratorWarning.descriptor.validFrom, validTo: nil,
        certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { IncineratorWarning.decide(input) }
}
