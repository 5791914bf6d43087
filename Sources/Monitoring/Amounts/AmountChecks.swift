import Facts
import Kernel
import Persistence
import Standards

/// Each recorded amount is what its decision came to, and so is each that stood before; the journal tells of them.
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
        return [tally.report, try revisions(access)]
    }

    private func revisions(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("amounts recorded again are told in the journal, and what stood before is kept")
        var told: [AmountRecordedAgain] = []
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(AmountRecordedAgain.self) { told.append(fact) }
        }
        let revisions = try AmountRevisionStore.all(access)
        // Where nothing came late, that was looked at.
        if revisions.isEmpty { tally.examine(nil) }
        for revision in revisions {
            let former = revision.former
            let name = "version \(revision.version) of \(former.pollutant) of \(former.outlet) in \(former.month.text)"
            guard let place = told.firstIndex(of: revision.fact) else {
                tally.examine("\(name) is not what was journalled")
                continue
            }
            told.remove(at: place)
            tally.examine(try Self.difference(of: former, access))
        }
        for fact in told {
            let name = "version \(fact.version) of \(fact.pollutant) of \(fact.outlet) in \(fact.month)"
            tally.examine("\(name) is missing")
        }
        return tally.report
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
