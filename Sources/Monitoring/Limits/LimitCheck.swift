import Facts
import Kernel
import Persistence

/// The limits are those that the journal tells of, with the ends it tells of.
enum LimitCheck {
    static func report(_ access: any ReadAccess) throws -> CheckReport {
        var tally = CheckTally("limits are those the journal tells of")
        var recorded: [Int64: LimitRecorded] = [:]
        var written: [Int64: (by: String, at: Instant)] = [:]
        var ended: [Int64: [LimitEnded]] = [:]
        // Limits of the time without numbers were numbered by a migration; they are found by what they say.
        var unnumbered: [LimitRecorded] = []
        try Journal.forEachEntry(access) { entry in
            if let fact = try? entry.fact(LimitRecorded.self) {
                if let number = fact.number {
                    recorded[number] = fact
                    written[number] = (entry.author.text, entry.occurredAt)
                } else {
                    unnumbered.append(fact)
                }
            } else if let fact = try? entry.fact(LimitEnded.self) {
                ended[fact.number, default: []].append(fact)
            }
        }
        try LimitStore.forEach(access) { row in
            let told =
                recorded.removeValue(forKey: row.number)
                ?? unnumbered.first {
                    $0.outlet == row.outlet && $0.pollutant == row.pollutant && $0.validFrom == row.limit.validFrom
                }
            let ends = ended.removeValue(forKey: row.number) ?? []
            guard let told else { return tally.examine("limit \(row.number) was never journalled") }
            let isTold =
                told.outlet == row.outlet && told.pollutant == row.pollutant && told.limit == row.limit.limit
                && told.lower == row.limit.lower && told.unit == row.limit.unit && told.demand == row.limit.demand
                && told.averaging == row.limit.averaging && told.validFrom == row.limit.validFrom
                && told.source == row.limit.source && told.other == row.limit.other && isSureAsTold(row, told)
                && isAdoptedAsTold(row, told)
                && (ends.compactMap(\.lastDay).last ?? told.validTo) == row.limit.validTo
                && ends.contains { $0.lastDay == nil } == row.isVoid && isWrittenAsTold(row, written[row.number])
            tally.examine(isTold ? nil : "limit \(row.number) is not what was journalled")
        }
        for number in (Array(recorded.keys) + ended.keys).sorted() {
            tally.examine("limit \(number) was journalled and is missing")
        }
        return tally.report
    }

    /// Whether who recorded it, and when, are as told. Limits of the time without numbers keep neither. Earlier
    /// programs read the clock again for the fact, a moment after they wrote the row.
    private static func isWrittenAsTold(_ row: LimitStore.Recorded, _ told: (by: String, at: Instant)?) -> Bool {
        guard let told, let at = row.at else { return row.at == told?.at && row.by == told?.by }
        return row.by == told.by && (0...60_000).contains(told.at.milliseconds(since: at))
    }

    /// Whether it is as sure as told. Of limits of the time before that was told, a migration marked some.
    private static func isSureAsTold(_ row: LimitStore.Recorded, _ told: LimitRecorded) -> Bool {
        told.certainty == row.limit.certainty || (told.certainty == nil && row.limit.certainty == .fromMemory)
    }

    /// Whether the kind of text and the table of a standard, which says the reference oxygen, are those told of. Limits
    /// without a number are from the time when neither was kept.
    private static func isAdoptedAsTold(_ row: LimitStore.Recorded, _ told: LimitRecorded) -> Bool {
        told.number == nil || (told.sourceKind == row.sourceKind && told.table == row.table)
    }
}
