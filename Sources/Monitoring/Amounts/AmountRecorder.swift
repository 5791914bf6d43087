import Facts
import Kernel
import Persistence

/// Takes the decision of a month's amount and stores what it came to.
struct AmountRecorder: Sendable {
    let decisions: DecisionLog

    /// Returns the decision behind the amount that stands from now on.
    @discardableResult
    func record(
        _ medium: AmountMedium, _ input: AmountInput, at place: JudgedPlace, now: Instant,
        in access: any WriteAccess
    ) throws -> DecisionID {
        let decided =
            switch medium {
            case .air: try decide(StackMarkedMonthAmount.self, input, place, access)
            case .water: try decide(WaterMarkedMonthAmount.self, input, place, access)
            }
        try AmountStore.save(
            RecordedAmount(
                decided.outcome, of: input.pollutant, in: input.month, at: place, decision: decided.id,
                recordedAt: now), in: access)
        return decided.id
    }

    private func decide<R: DecisionRule>(
        _ rule: R.Type, _ input: AmountInput, _ place: JudgedPlace, _ access: any WriteAccess
    ) throws -> (id: DecisionID, outcome: AmountOutcome) where R.Input == AmountInput, R.Outcome == AmountOutcome {
        try decisions.decide(
            by: rule, on: input, about: "\(place.outlet)", enterprise: place.enterprise, region: place.region,
            in: access)
    }
}
