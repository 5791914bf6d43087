public import Facts
import Kernel

/// The trunk's own invariants: the journal is whole and decisions replay.
public struct TrunkChecks: SelfChecking {
    private let rules: [ReplayableRule]

    /// Checks that can replay these rules.
    public init(rules: [ReplayableRule]) {
        self.rules = rules
    }

    public func check(_ access: any ReadAccess) throws -> [CheckReport] {
        [try journal(access)] + (try decisions(access)) + [
            try MissedDutyCheck.report(access), try DoneDutyCheck.report(access),
            try InstallationCheck.report(access),
        ]
    }

    private func journal(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("journal entries are numbered without a gap and keep what they committed to")
        var expected: Int64 = 1
        try Journal.forEachEntry(access) { entry in
            var difference: String?
            if entry.sequence != expected {
                difference = "entry \(expected) is missing before \(entry.sequence)"
            } else if let salt = entry.salt, let payload = entry.payload {
                let isKept = JournalEntry.commitment(salt: salt, payload: payload) == entry.commitment
                difference =
                    isKept ? nil : "the payload of entry \(entry.sequence) (\(entry.kind)) is not what was committed to"
            } else {
                // A proof holds without the payload; nothing in this program lets one expire, so somebody took it.
                difference = "the payload of entry \(entry.sequence) (\(entry.kind)) is missing"
            }
            tally.examine(difference)
            expected = entry.sequence + 1
        }
        return tally.report
    }

    private func decisions(_ access: any ReadAccess) throws -> [CheckReport] {
        var replayed = CheckTally("decisions replay to the same outcome and steps")
        var committed = CheckTally("decisions are as they were journalled")
        var journalled: [DecisionID: Digest256] = [:]
        try Journal.forEachEntry(access) { entry in
            guard entry.kind == DecisionTaken.kind, let fact = try? entry.fact(DecisionTaken.self) else { return }
            journalled[fact.decision] = fact.digest
        }
        try DecisionLog.forEachDecision(access) { decision in
            replayed.examine(replayDifference(decision))
            let isWhole = journalled.removeValue(forKey: decision.id) == decision.digest
            committed.examine(isWhole ? nil : "decision \(decision.id) is not what was journalled")
        }
        for id in journalled.keys.sorted() { committed.examine("decision \(id) was journalled and is gone") }
        return [replayed.report, committed.report]
    }

    private func replayDifference(_ decision: Decision) -> String? {
        let known = rules.first {
            $0.descriptor.code == decision.ruleCode && $0.descriptor.version == decision.ruleVersion
        }
        let name = "decision \(decision.id) by \(decision.ruleCode) version \(decision.ruleVersion)"
        guard let known else { return "\(name): this program does not hold that rule" }
        do {
            let ruling = try known.ruling(on: decision.input)
            if ruling.outcome != decision.outcome { return "\(name): the outcome differs on replay" }
            if ruling.steps != decision.stepsJSON { return "\(name): the steps differ on replay" }
            return nil
        } catch {
            return "\(name): its input cannot be read (\(error))"
        }
    }
}
