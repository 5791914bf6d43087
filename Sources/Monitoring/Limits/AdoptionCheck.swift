import Facts
import Persistence

/// The adoptions of rules are those that the journal tells of.
enum AdoptionCheck {
    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("adoptions of rules are those the journal tells of")
        var told: [Int64: RuleAdopted] = [:]
        var ended: [Int64: [RuleAdoptionEnded]] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(RuleAdopted.self), let number = fact.number { told[number] = fact }
            if let fact = try? entry.fact(RuleAdoptionEnded.self) { ended[fact.number, default: []].append(fact) }
        }
        for recorded in try AdoptionStore.all(access) {
            let adoption = recorded.adoption
            let expected = RuleAdopted(
                rule: adoption.rule, validFrom: adoption.validFrom, validTo: adoption.validTo,
                source: adoption.source, number: recorded.number)
            let ends = recorded.ends.map { end in
                RuleAdoptionEnded(
                    number: recorded.number, rule: adoption.rule, lastDay: end.lastDay, source: end.source)
            }
            let toldEnds = (ended.removeValue(forKey: recorded.number) ?? []).sorted { $0.lastDay < $1.lastDay }
            let isTold = told.removeValue(forKey: recorded.number) == expected && toldEnds == ends
            tally.examine(isTold ? nil : "adoption \(recorded.number) is not what was journalled")
        }
        for number in (Array(told.keys) + ended.keys).sorted() {
            tally.examine("adoption \(number) was journalled and is missing")
        }
        return tally.report
    }
}
