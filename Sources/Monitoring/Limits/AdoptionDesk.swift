import Facts
import Kernel
import Persistence

/// Records which rules that are known from memory the authority adopts, and has the stored days judged again.
struct AdoptionDesk: Sendable {
    let journal: Journal

    /// Records an adoption; the watch carries it into stored days. Throws `AdoptionRefusal`.
    func record(_ fact: RuleAdopted, by author: FactAuthor, now: Instant, in access: any WriteAccess) throws {
        guard fact.rule == WaterDayExceedance.code else { throw AdoptionRefusal.unknownRule }
        guard fact.source.contains(where: { !$0.isWhitespace }) else { throw AdoptionRefusal.sourceMissing }
        if let last = fact.validTo, last < fact.validFrom { throw AdoptionRefusal.daysInDisorder }
        let known = try AdoptionStore.all(access)
        let rival = known.first { other in
            other.adoption.rule == fact.rule && (other.adoption.validTo.map { fact.validFrom <= $0 } ?? true)
                && (fact.validTo.map { other.adoption.validFrom <= $0 } ?? true)
        }
        if let rival { throw AdoptionRefusal.overlapping(number: rival.number) }
        let number = (known.last?.number ?? 0) + 1
        try AdoptionStore.insert(
            AdoptionStore.Recorded(
                number: number,
                adoption: RuleAdoption(
                    rule: fact.rule, validFrom: fact.validFrom, validTo: fact.validTo, source: fact.source),
                at: now, by: author.text), in: access)
        try journal.append(
            RuleAdopted(
                rule: fact.rule, validFrom: fact.validFrom, validTo: fact.validTo, source: fact.source,
                number: number), about: .city, by: author, in: access)
        try HourStore.waterDays(from: fact.validFrom, in: access).forEach { place, pollutant, days in
            try RejudgingStore.insert(days, of: pollutant, .day, at: place, because: .adoption, in: access)
        }
    }
}

/// Why an adoption is not recorded.
enum AdoptionRefusal: Error, Equatable {
    /// No rule with this code waits for an adoption.
    case unknownRule
    /// The document is not named.
    case sourceMissing
    /// The last day lies before the first.
    case daysInDisorder
    /// On some of these days an adoption holds already.
    case overlapping(number: Int64)
}
