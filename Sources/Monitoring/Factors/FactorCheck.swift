import Facts
import Persistence

/// The recorded mappings are those that the journal tells of, no fewer, no more, and none otherwise.
enum FactorCheck {
    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("factor mappings are those the journal tells of")
        var told: [Int64: FactorMappingRecorded] = [:]
        try Journal.forEachEntry(access) { entry in
            guard let fact = try? entry.fact(FactorMappingRecorded.self) else { return }
            told[fact.mapping] = fact
        }
        var count: Int64 = 0
        try FactorMappingStore.forEach(access) { recorded in
            count += 1
            let number = recorded.mapping.number
            let isTold =
                told.removeValue(forKey: number)
                == FactorMappingRecorded(
                    recorded.mapping, reason: recorded.reason)
            tally.examine(isTold ? nil : "mapping \(number) is not what was journalled")
        }
        for number in told.keys.sorted() { tally.examine("mapping \(number) was journalled and is missing") }
        let last = try FactorMappingStore.lastNumber(access)
        tally.examine(last == count ? nil : "the mappings are not numbered from 1 to \(last)")
        return tally.report
    }
}
