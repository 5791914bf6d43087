import Facts
import Kernel
import Persistence

/// Each suspicion rests on a decision that sees it, and the journal tells of its beginning and of its end.
struct SuspicionChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("suspicions are what their decisions see and the journal tells of")
        var found: [SuspicionID: Told] = [:]
        var ended: Set<SuspicionID> = []
        try Journal.forEachEntry(access) { entry in
            if let fact = try entry.fact(SuspicionFound.self) { found[fact.suspicion] = Told(fact, entry) }
            if let fact = try entry.fact(SuspicionEnded.self) { ended.insert(fact.suspicion) }
        }
        try SuspicionStore.forEach(access) { suspicion in
            let told = found.removeValue(forKey: suspicion.id)
            let decision = try DecisionLog.decision(suspicion.decision, scope: .city, in: access)
            tally.examine(try Self.difference(of: suspicion, told, decision, isEnded: ended.contains(suspicion.id)))
        }
        for id in found.keys.sorted() { tally.examine("the journal tells of suspicion \(id), which is not there") }
        return [tally.report]
    }

    /// What the journal tells of a suspicion's beginning, and when it was found.
    private struct Told {
        let fact: SuspicionFound
        let at: Instant

        init(_ fact: SuspicionFound, _ entry: JournalEntry) {
            (self.fact, at) = (fact, entry.occurredAt)
        }
    }

    private static func difference(
        of suspicion: Suspicion, _ told: Told?, _ decision: Decision?, isEnded: Bool
    ) throws -> String? {
        guard let decision, let sign = try CanonicalJSON.value(SignOutcome.self, from: decision.outcome).sign else {
            return "suspicion \(suspicion.id) has no decision that sees it"
        }
        let fact = told?.fact
        let isTold =
            told?.at == suspicion.foundAt && fact?.decision == suspicion.decision && fact?.outlet == suspicion.outlet
            && fact?.pollutant == suspicion.pollutant && fact?.sign == suspicion.sign.rawValue
            && fact?.firstHour == suspicion.firstHour && fact?.figures == sign.figures
        guard isTold, decision.ruleCode == suspicion.sign.rule.code, sign.firstHour == suspicion.firstHour,
            sign.lastHour <= suspicion.lastHour
        else { return "suspicion \(suspicion.id) is not what its decision and the journal say" }
        guard isEnded == (suspicion.endedAt != nil) else {
            return "suspicion \(suspicion.id) and the journal do not agree whether it has ended"
        }
        return nil
    }
}
