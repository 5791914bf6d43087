import Facts
import Kernel

/// MON-01, version 2: a stack's hourly mean of any limited factor, device-converted first, breaks the limit of its day.
///
/// Beside version 1, which knew only upper limits in mg/m³, it tells units and judges ranges, minima and "not
/// detectable", which have no multiple. For an upper limit in mg/m³ both decide alike.
struct StackMeanExceedance: DecisionRule {
    typealias Input = StackHourExceedance.Input
    typealias Outcome = StackHourExceedance.Outcome

    static let descriptor = RuleDescriptor(
        code: "MON-01", version: 2,
        title: Phrase(
            "固定污染源废气：自动监测小时均值（折算值优先）不符合排放限值即为超标",
            "stack emissions: an automatic hourly mean (converted value first) that breaks its limit is an exceedance"),
        basis: StackHourExceedance.descriptor.basis, validFrom: StackHourExceedance.descriptor.validFrom, validTo: nil,
        certainty: .fromMemory)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let episodes = ExceedanceSpans.find(
            in: input.readings, limits: input.limits, parameters: input.parameters, now: input.now)
        let hours = input.readings.sorted { $0.hour < $1.hour }.map { reading in
            MeanSteps.step(
                for: reading, limits: input.limits, parameters: input.parameters, now: input.now, period: .hour)
        }
        return Ruling(
            outcome: Outcome(episodes: episodes), steps: hours + [MeanSteps.conclusion(episodes, period: .hour)])
    }
}
