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
            other.adoption.rule == fact.rule && (other.effective.validTo.map { fact.validFrom <= $0 } ?? true)
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
        try carry(from: fact.validFrom, in: access)
    }

    /// Ends an adoption with a day before its own last one, by a document; the watch carries it into the stored days
    /// behind, which are no longer decided. Throws `AdoptionRefusal`.
    func end(
        _ number: Int64, on lastDay: CivilDate, by document: String, author: FactAuthor, now: Instant,
        in access: any WriteAccess
    ) throws {
        guard document.contains(where: { !$0.isWhitespace }) else { throw AdoptionRefusal.sourceMissing }
        let adoption = try Self.adoption(number, endingOn: lastDay, today: now.civil.date, in: access).effective
        try AdoptionStore.insert(
            AdoptionStore.End(lastDay: lastDay, source: document, at: now, by: author.text), of: number, in: access)
        try journal.append(
            RuleAdoptionEnded(number: number, rule: adoption.rule, lastDay: lastDay, source: document), about: .city,
            by: author, in: access)
        try carry(from: lastDay.adding(days: 1), in: access)
    }

    /// An adoption that may end early with a day. Throws `AdoptionRefusal`.
    static func adoption(
        _ number: Int64, endingOn lastDay: CivilDate, today: CivilDate, in access: any ReadAccess
    ) throws -> AdoptionStore.Recorded {
        guard let known = try AdoptionStore.all(access).first(where: { $0.number == number }) else {
            throw AdoptionRefusal.notFound
        }
        let adoption = known.effective
        let latest = adoption.validTo?.adding(days: -1) ?? today.adding(days: LimitOrder.daysAheadMax)
        guard adoption.validFrom <= lastDay, lastDay <= latest else {
            throw AdoptionRefusal.lastDayOutOfRange(from: adoption.validFrom, to: latest)
        }
        return known
    }

    /// Has the stored days judged again from a day on.
    private func carry(from day: CivilDate, in access: any WriteAccess) throws {
        for (place, pollutant, days) in try HourStore.waterDays(from: day, in: access) {
            try RejudgingStore.insert(days, of: pollutant, .day, at: place, because: .adoption, in: access)
        }
    }
}

/// Why an adoption is not recorded, or not ended.
enum AdoptionRefusal: Error, Equatable {
    /// No rule with this code waits for an adoption.
    case unknownRule
    /// The document is not named.
    case sourceMissing
    /// The last day lies before the first.
    case daysInDisorder
    /// On some of these days an adoption holds already.
    case overlapping(number: Int64)
    /// No adoption has this number.
    case notFound
    /// The last day lies outside what an early end may name.
    case lastDayOutOfRange(from: CivilDate, to: CivilDate)
}
