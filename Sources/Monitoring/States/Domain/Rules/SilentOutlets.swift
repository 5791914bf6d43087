import Facts
import Kernel

/// MON-10, version 2: nothing came for longer than a gap may be, of a factor's hours or of a furnace's temperature.
enum SilentOutlets: DecisionRule {
    typealias Input = StateInput
    typealias Outcome = StateOutcome

    static let descriptor = RuleDescriptor(
        code: SilentHours.descriptor.code, version: 2,
        title: Phrase(
            "无数据：因子连续缺小时值，或焚烧炉运行而炉温缺五分钟值，超过允许间断",
            "no data: hours of a factor, or the means of the temperature of a furnace that burns, are missing for "
                + "longer than a gap may be"),
        basis: SilentHours.descriptor.basis, validFrom: SilentHours.descriptor.validFrom, validTo: nil,
        certainty: .designValue)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let ruling = input.ruling
        guard ruling.outcome.extent?.factors.contains(.furnaceTemperature) ?? false else { return ruling }
        let words = Phrase(
            "炉温：一小时内 2111、2051 均无有效值即为缺；停炉或标记停运的小时不要求",
            "furnace temperature: an hour without a valid value of 2111 or 2051 is missing; hours marked as standing "
                + "still ask for none")
        return Ruling(outcome: ruling.outcome, steps: ruling.steps + [words])
    }
}
