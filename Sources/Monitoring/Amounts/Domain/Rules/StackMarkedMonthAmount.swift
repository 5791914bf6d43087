import Facts
import Kernel

/// MON-30 version 2: the same as before, with the marks of the enterprise: hours marked as standing still emit nothing,
/// hours marked as invalid are gaps.
struct StackMarkedMonthAmount: DecisionRule {
    typealias Input = AmountInput
    typealias Outcome = AmountOutcome

    static let descriptor = StackMonthAmount.descriptor.heedingMarks

    static func decide(_ input: Input) -> Ruling<Outcome> {
        StackMonthAmount.decide(input).behind(input.hours.markSteps(of: .air))
    }
}
