import Facts
import Kernel
import Standards

/// MON-30: the actual amount of a stack's month: measured concentration times flow hour by hour, gaps filled with the
/// greatest hourly amount of the valid hours before them.
struct StackMonthAmount: DecisionRule {
    typealias Input = AmountInput
    typealias Outcome = AmountOutcome

    static let descriptor = RuleDescriptor(
        code: "MON-30", version: 1,
        title: Phrase(
            "废气实际排放量：小时实测浓度 × 标干流量，缺失时段按此前有效小时排放量最大值替代",
            "actual amount of waste gas: measured concentration times dry flow by the hour, gaps filled with the "
                + "greatest hourly amount before them"),
        basis: Phrase(
            "HJ 75-2017 第12章（替代，数值已核对，条文未核对）；排污许可实际排放量核算方法",
            "HJ 75-2017 clause 12 (filling; figures checked, wording not); the permits' rules for actual amounts"),
        validFrom: CivilDate(dayNumber: 18_262), validTo: nil, certainty: .fromMemory)

    static func decide(_ input: Input) -> Ruling<Outcome> {
        let states = input.hours.states(of: .air)
        let capture = CaptureRate.quarter(
            hours: input.quarter.hours, stopped: input.quarter.stopped, invalid: input.quarter.invalid,
            figures: input.validity)
        var steps = capture.steps
        var history = input.history
        var parts: [MonthAmount.Part] = []
        var place = 0
        while place < states.count {
            switch states[place] {
            case .stopped:
                parts.append(.stopped)
                place += 1
            case .measured(let mass):
                parts.append(.measured(mass))
                history.append(mass)
                place += 1
            case .gap:
                let end = states[place...].firstIndex { $0 != .gap } ?? states.count
                let filled = fill(end - place, after: history, capture.outcome.percent, input.substitution)
                let hour = input.hours.concentrations.hour(place).civil.minuteText
                steps += filled.steps.map { Phrase("\(hour)：\($0.zh)", "\(hour): \($0.en)") }
                parts += [MonthAmount.Part](repeating: filled.outcome, count: end - place)
                place = end
            }
        }
        let uploaded = UploadedTotals(input.uploaded, against: states, figures: input.amounts)
        let ruling = MonthAmount.of(parts, figures: input.amounts)
        return Ruling(
            outcome: Outcome(parts, ruling.outcome, uploaded: uploaded),
            steps: steps + (input.uploaded.isEmpty ? [] : [uploaded.step]) + ruling.steps)
    }

    /// What stands in for each hour of a gap.
    private static func fill(
        _ hours: Int, after history: [EmittedMass], _ capture: ExactQuotient?, _ figures: SubstitutionFigures
    ) -> Ruling<MonthAmount.Part> {
        guard let capture else { return Ruling(outcome: .missing, steps: []) }
        let window = StackSubstitution.window(capturePercent: capture, missingHours: hours, figures: figures)
        let value = StackSubstitution.value(
            before: history.suffix(figures.lowCaptureWindowHours.value).compactMap { DecimalNumber("\($0)") },
            window: window.outcome, cause: .invalid)
        let steps = window.steps + value.steps
        guard case .value(let greatest, _) = value.outcome, let mass = Int64("\(greatest)").flatMap(EmittedMass.init)
        else { return Ruling(outcome: .missing, steps: steps) }
        return Ruling(outcome: .substituted(mass), steps: steps)
    }
}
