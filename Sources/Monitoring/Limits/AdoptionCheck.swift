import Facts
import Persistence

/// The adoptions of rules are those that the journal tells of.
enum AdoptionCheck {
    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("adoptions of rules are those the journal tells of")
        var told: [Int64: RuleAdopted] = [:]
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(RuleAdopted.self), let number = fact.number { told[number] = fact }
        }
        for recorded in try AdoptionStore.all(access) {
            let adoption = recorded.adoption
            let expected = RuleAdopted(
                rule: adoption.rule, validFrom: adoption.validFrom, validTo: adoption.validTo,
                source: adoption.source, number: recorded.number)
            let isTold = told.removeValue(forKey: recorded.number) == expected
            tally.examine(isTold ? nil : "adoption \(recorded.number) is not what was journalled")
        }
        for number in told.keys.sorted() { tally.examine("adoption \(number) was journalled and is missing") }
        return tally.report
    }
}
