import Facts
import Kernel
import Persistence

/// Policies are the bytes that were journalled, units and tasks are as the journal tells, and each light is what its
/// decision says. (That decisions replay is the trunk's own check.)
struct GovernanceChecks: SelfChecking {
    func check(_ access: any ReadAccess) throws -> [CheckReport] {
        [try policies(access), try units(access)] + (try tasks(access)) + (try indicators(access))
            + (try work(access)) + (try surveys(access)) + (try money(access)) + (try directives(access))
            + (try reminders(access)) + [try duties(access)]
    }

    private func policies(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("policies are the documents that were journalled")
        var told: [String: Digest256] = [:]
        for entry in try entries([PolicyEntered.kind], access) {
            if let fact = try entry.fact(PolicyEntered.self) { told[fact.policy] = fact.sha256 }
        }
        for (code, digest) in try PolicyStore.digests(access) {
            let content = try PolicyStore.content(of: code, in: access) ?? []
            let isWhole = digest == Digest256(of: content) && told.removeValue(forKey: code.text) == digest
            tally.examine(isWhole ? nil : "policy \(code) is not the document that was journalled")
        }
        for code in told.keys.sorted() { tally.examine("policy \(code) was journalled and is gone") }
        return tally.report
    }

    private func units(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("units of policies are bound as the journal tells")
        var told: [String: String] = [:]
        for entry in try entries([PolicyUnitBound.kind], access) {
            if let fact = try entry.fact(PolicyUnitBound.self) { told[fact.unit] = fact.organisation }
        }
        let kept = try PolicyStore.organisations(access)
        for unit in Set(told.keys).union(kept.keys).sorted() {
            tally.examine(told[unit] == kept[unit] ? nil : "unit \(unit) is not bound as the journal tells")
        }
        return tally.report
    }

    private func tasks(_ access: any ReadAccess) throws -> [CheckReport] {
        var tally = CheckTally("tasks of policies are as the journal tells")
        var lights = CheckTally("lights of tasks are what their decisions say")
        var told: [TaskKey: TaskRecord] = [:]
        for entry in try entries(TaskRecord.kinds, access) {
            guard let key = entry.subject.reference.flatMap({ TaskKey(reference: $0) }) else { continue }
            try told[key, default: TaskRecord(key: key)].take(entry)
        }
        for (code, _) in try PolicyStore.digests(access) {
            for (number, record) in try TaskStore.records(of: code, in: access) {
                let key = TaskKey(policy: code, number: number)
                let isTold = told.removeValue(forKey: key) == record
                tally.examine(isTold ? nil : "task \(key.reference) is not what the journal tells")
                guard let light = record.light else { continue }
                let decision = try DecisionLog.decision(light.decision, scope: .city, in: access)
                let outcome = try decision.map {
                    try CanonicalJSON.value(TaskLightRule.Outcome.self, from: $0.outcome)
                }
                let agrees = outcome == .init(light: light.light, reason: light.reason)
                lights.examine(agrees ? nil : "the light of \(key.reference) is not what its decision says")
            }
        }
        for key in told.keys { tally.examine("task \(key.reference) was journalled and is gone") }
        return [tally.report, lights.report]
    }

    private func entries(_ kinds: Set<String>, _ access: any ReadAccess) throws -> [JournalEntry] {
        try Journal.entries(after: 0, kinds: kinds, limit: .max, in: access)
    }
}
