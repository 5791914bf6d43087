import Facts
import Kernel
import Persistence
import Standards

/// Each recorded amount is what its decision came to.
struct AmountChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("recorded amounts are what their decisions came to")
        var count = 0
        try AmountStore.forEach(access) { amount in
            count += 1
            tally.examine(try Self.difference(of: amount, access))
        }
        // An installation in its first month has none, and that was looked at.
        if count == 0 { tally.examine(nil) }
        return [tally.report]
    }

    private static func difference(of amount: RecordedAmount, _ access: any ReadAccess) throws -> String? {
        let name = "the amount of \(amount.pollutant) of \(amount.outlet) in \(amount.month.text)"
        guard let decision = try DecisionLog.decision(amount.decision, scope: .city, in: access),
            AmountRoom.rules.contains(where: { $0.descriptor.code == decision.ruleCode })
        else { return "\(name) has no decision" }
        let input = try CanonicalJSON.value(AmountInput.self, from: decision.input)
        let outcome = try CanonicalJSON.value(AmountOutcome.self, from: decision.outcome)
        let place = JudgedPlace(outlet: input.outlet, enterprise: amount.enterprise, region: amount.region)
        let decided = RecordedAmount(
            outcome, of: input.pollutant, in: input.month, at: place, decision: decision.id,
            recordedAt: amount.recordedAt)
        return decided == amount ? nil : "\(name) is not what its decision came to"
    }
}
