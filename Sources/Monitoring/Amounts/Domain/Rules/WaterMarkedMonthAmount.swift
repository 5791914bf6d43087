import Facts
import Kernel

/// MON-31 version 2: the same as before, with the marks of the enterprise: hours marked as standing still emit nothing,
/// hours marked as invalid do not count for their day.
struct WaterMarkedMonthAmount: DecisionRule {
    typealias Input = AmountInput
    typealias Outcome = AmountOutcome

    static let descriptor = WaterMonthAmount.descriptor.heedingMarks

    static func decide(_ input: Input) -> Ruling<Outcome> {
        WaterMonthAmount.decide(input).behind(input.hours.markSteps(of: .water))
    }
}
