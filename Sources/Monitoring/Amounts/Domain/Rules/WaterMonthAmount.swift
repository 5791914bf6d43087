import Facts
import FoundationEssentials
import Kernel
import Standards

/// MON-31: the actual amount of a month of waste water: day by day from valid hours, days without enough of them filled
/// with the greatest valid day before.
struct WaterMonthAmount: DecisionRule {
    typealias Input = AmountInput
    typealias Outcome = AmountOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-31", version: 1,
        title: Phrase(
            "废水实际排放量：逐日由有效小时浓度 × 流量累计，无效日按上一合格期最大日排放量替代",
            "actual amount of waste water: by the day from valid hours of concentration times flow, invalid days "
                + "filled with the greatest valid day before"),
        basis: Phrase(
            "HJ 356-2019（凭记忆）；排污许可实际排放量核算方法",
            "HJ 356-2019 (from memory); the permits' rules for actual amounts"),
        // 2020-03-24, when HJ 356-2019 began.
        validFrom: CivilDate(dayNumber: 18_345), validTo: nil, certainty: .fromMemory)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let states = input.hours.states(of: .water)
        var (steps, parts) = ([Phrase](), [MonthAmount.Part]())
        var history = input.history
        for first in stride(from: 0, to: states.count, by: 24) {
            let day = Array(states[first..<min(first + 24, states.count)])
            let date = input.hours.concentrations.hour(first).civil.date
            switch amount(of: day, figures: input.validity) {
            case .some(.measured(let mass)):
                history.append(mass)
                parts.append(.measured(mass))
            case .some(let part): parts.append(part)
            case nil:
                let filled = WaterSubstitution.amount(from: history)
                steps += filled.steps.map { Phrase("\(date)：\($0.zh)", "\(date): \($0.en)") }
                if case .amount(let mass, _) = filled.outcome {
                    parts.append(.substituted(mass))
                } else {
                    parts.append(.missing)
                }
            }
        }
        let uploaded = UploadedTotals(input.uploaded, against: states, figures: input.amounts)
        let ruling = MonthAmount.of(parts, figures: input.amounts)
        return Ruling(
            outcome: Outcome(parts, ruling.outcome, uploaded: uploaded),
            steps: steps + (input.uploaded.isEmpty ? [] : [uploaded.step]) + ruling.steps)
    }

    /// The amount of a day from its valid hours, as much again for each running hour that is not valid; nil when too
    /// few are.
    static func amount(of day: [EmissionHours.State], figures: ValidityFigures) -> MonthAmount.Part? {
        let masses = day.compactMap { state -> EmittedMass? in
            if case .measured(let mass) = state { mass } else { nil }
        }
        let running = day.count { $0 != .stopped }
        let validity = CaptureRate.waterDay(validReadings: masses.count, expected: running, figures: figures)
        switch validity.outcome {
        case .nothingExpected: return .stopped
        case .notValid: return nil
        case .valid:
            guard !masses.isEmpty else { return nil }
            let product = Decimal(EmittedMass.sum(masses).milligrams) * Decimal(running)
            let scaled = ExactQuotient(DecimalNumber(product), over: DecimalNumber(masses.count))
                .rounded(fractionDigits: 0)
            return Int64("\(scaled)").flatMap(EmittedMass.init).map { .measured($0) }
        }
    }
}
