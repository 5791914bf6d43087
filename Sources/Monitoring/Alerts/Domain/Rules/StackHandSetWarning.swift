import Facts
import Kernel

/// MON-06, version 2: an hour of a stack that was set by hand (mark S) warns as well.
enum StackHandSetWarning: DecisionRule {
    typealias Input = StackHourWarning.Input
    typealias Outcome = StackHourWarning.Outcome

    static let descriptor = RuleDescriptor(
        code: StackHourWarning.descriptor.code, version: 2,
        title: Phrase(
            "废气：缺小时值或缺折算值而计算值超过限值的，以及手工设定（S）的值超过限值的，只作预警，不构成超标判定",
            "stack emissions: an hour without its uploaded or converted value warns when the computed one breaks the "
                + "limit, and one set by hand (S) when it does itself; neither is an exceedance"),
        basis: StackHourWarning.descriptor.basis, validFrom: StackHourWarning.descriptor.validFrom, validTo: nil,
        certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> { StackHourWarning.decide(input) }
}
