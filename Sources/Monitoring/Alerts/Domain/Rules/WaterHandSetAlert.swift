import Facts
import Kernel

/// MON-03, version 2: an hour of waste water that was set by hand (mark S) warns as well.
enum WaterHandSetAlert: DecisionRule {
    typealias Input = WaterHourAlert.Input
    typealias Outcome = WaterHourAlert.Outcome

    static let descriptor = RuleDescriptor(
        code: WaterHourAlert.descriptor.code, version: 2,
        title: Phrase(
            "废水：小时值高于日均限值只作预警，不构成超标判定；手工设定（S）的也预警",
            "waste water: an hourly value beyond the daily limit warns, one set by hand (S) too; it is no exceedance"),
        basis: WaterHourAlert.descriptor.basis, validFrom: WaterHourAlert.descriptor.validFrom, validTo: nil,
        certainty: .fromMemory)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let handSet = input.readings.filter(\.isHandSet).map(\.hour).sorted()
        let measured = Input(
            outlet: input.outlet, pollutant: input.pollutant, readings: input.readings.map(\.warning),
            limits: input.limits, parameters: input.parameters, now: input.now)
        let ruling = WaterHourAlert.decide(measured)
        guard let first = handSet.first, let last = handSet.last else { return ruling }
        let words = Phrase(
            "标记 S（手工设定）\(handSet.count) 小时，\(first.civil.minuteText) 至 \(last.civil.minuteText)：不判定，仍作预警",
            "\(handSet.count) h with mark S (set by hand), \(first.civil.minuteText) to \(last.civil.minuteText): they "
                + "decide nothing and warn all the same")
        return Ruling(outcome: ruling.outcome, steps: [words] + ruling.steps)
    }
}
