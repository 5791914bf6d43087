import Facts
import Kernel
import Persistence
import Standards

/// Records limits and ends them, and carries each change into the stored values, in the transaction it is called in.
struct LimitDesk: Sendable {
    let journal: Journal
    let judge: Judge
    /// So many hours are judged again in one transaction; the watch goes on with the others. Design value: 31 days.
    static let hoursMax: Int64 = 744
    /// As many limits are recorded for one outlet. Design value.
    static let limitsMax = 1_000

    /// Records a limit and judges the values of its days again. Throws `LimitRefusal`.
    func record(
        _ order: LimitOrder, at place: JudgedPlace, by author: FactAuthor, now: Instant, in access: any WriteAccess
    ) throws {
        let known = try LimitStore.history(of: place.outlet, in: access)
        guard known.count < Self.limitsMax else { throw LimitRefusal.tooMany(max: Self.limitsMax) }
        let rival = known.first { other in
            !other.isVoid && other.pollutant == order.pollutant
                && other.averaging == (order.limit.averaging ?? .hour) && order.limit.sharesDays(with: other.limit)
        }
        if let rival { throw LimitRefusal.overlapping(number: rival.number) }
        let limit = order.limit
        try enter(
            LimitRecorded(
                outlet: place.outlet, pollutant: order.pollutant, limit: limit.limit, validFrom: limit.validFrom,
                validTo: limit.validTo, source: limit.source, demand: limit.demand, lower: limit.lower,
                unit: limit.unit, averaging: limit.averaging, sourceKind: order.sourceKind,
                table: order.table?.description, reason: order.reason.isEmpty ? nil : order.reason,
                condition: limit.other?.code, otherLimit: limit.other?.limit, certainty: limit.certainty),
            about: place.subject, by: author, now: now, in: access)
        try carry(limit, of: order.pollutant, at: place, now: now, in: access)
    }

    /// Writes a limit and its fact, without judging anything again.
    func enter(
        _ fact: LimitRecorded, about subject: FactSubject, by author: FactAuthor, now: Instant,
        in access: any WriteAccess
    ) throws {
        let number = try LimitStore.lastNumber(access) + 1
        let limit = DatedLimit(
            limit: fact.limit, validFrom: fact.validFrom, validTo: fact.validTo, source: fact.source,
            demand: fact.demand, lower: fact.lower, unit: fact.unit, averaging: fact.averaging, other: fact.other,
            certainty: fact.certainty)
        try LimitStore.insert(
            LimitStore.Recorded(
                number: number, outlet: fact.outlet, pollutant: fact.pollutant, limit: limit,
                sourceKind: fact.sourceKind, table: fact.table, at: now, by: author.text, isVoid: false), in: access)
        try journal.append(
            LimitRecorded(
                outlet: fact.outlet, pollutant: fact.pollutant, limit: fact.limit, validFrom: fact.validFrom,
                validTo: fact.validTo, source: fact.source, number: number, demand: fact.demand, lower: fact.lower,
                unit: fact.unit, averaging: fact.averaging, sourceKind: fact.sourceKind, table: fact.table,
                reason: fact.reason, condition: fact.condition, otherLimit: fact.otherLimit,
                certainty: fact.certainty),
            about: subject, by: author, occurredAt: now, in: access)
    }

    /// Gives a limit its last day, or takes it back with nil, and judges the values of its days again. Throws
    /// `LimitRefusal`.
    func end(
        _ number: Int64, on lastDay: CivilDate?, because reason: String, at place: JudgedPlace, by author: FactAuthor,
        now: Instant, in access: any WriteAccess
    ) throws {
        let known = try Self.limit(number, at: place.outlet, in: access)
        try Self.checkEnd(of: known, on: lastDay, today: now.civil.date)
        try LimitStore.end(number, on: lastDay, in: access)
        try journal.append(
            LimitEnded(
                number: number, outlet: place.outlet, pollutant: known.pollutant, lastDay: lastDay, reason: reason),
            about: place.subject, by: author, in: access)
        try carry(known.limit, of: known.pollutant, at: place, now: now, in: access)
    }

    /// A limit of an outlet by its number. Throws `LimitRefusal`.
    static func limit(
        _ number: Int64, at outlet: OutletID, in access: any ReadAccess
    ) throws -> LimitStore.Recorded {
        guard let known = try LimitStore.limit(number, in: access), known.outlet == outlet else {
            throw LimitRefusal.unknownLimit
        }
        return known
    }

    /// Whether a limit may end with a day, or be taken back (nil).
    static func checkEnd(
        of known: LimitStore.Recorded, on lastDay: CivilDate?, today: CivilDate
    ) throws(LimitRefusal) {
        guard !known.isVoid else { throw .endedAlready }
        guard let lastDay else { return }
        let latest = known.limit.validTo ?? today.adding(days: LimitOrder.daysAheadMax)
        guard known.limit.validFrom <= lastDay, lastDay <= latest else {
            throw .dayOutOfRange(field: "last_day", from: known.limit.validFrom, to: latest)
        }
        guard lastDay != known.limit.validTo else { throw .endedAlready }
    }

    /// Judges the stored values of a limit's days again: the newest at once, the others by the watch.
    private func carry(
        _ limit: DatedLimit, of pollutant: PollutantCode, at place: JudgedPlace, now: Instant,
        in access: any WriteAccess
    ) throws {
        try LimitChange.note(limit, of: pollutant, at: place, in: access)
        let period = limit.averaging ?? .hour
        guard
            let stored = try HourStore.extent(
                outlet: place.outlet, pollutant: pollutant, period: period, in: access)
        else { return }
        let first = max(stored.lowerBound, Instant(startOf: limit.validFrom))
        let end = stored.upperBound.adding(hours: period.hours)
        let until = limit.validTo.map { min(end, Instant(startOf: $0.adding(days: 1))) } ?? end
        guard first < until else { return }
        let atOnce = max(first, until.adding(hours: -Self.hoursMax))
        try rejudge(atOnce..<until, of: pollutant, period, at: place, because: .limit, now: now, in: access)
        guard first < atOnce else { return }
        try RejudgingStore.insert(first..<atOnce, of: pollutant, period, at: place, because: .limit, in: access)
    }

    /// Judges stored values again, and tells in the journal how much changed.
    func rejudge(
        _ hours: Range<Instant>, of pollutant: PollutantCode, _ period: MeanPeriod, at place: JudgedPlace,
        because cause: JudgingCause, now: Instant, in access: any WriteAccess
    ) throws {
        let last = hours.upperBound.adding(hours: -period.hours)
        let changed = try judge.judge(
            pollutant, at: place, around: hours.lowerBound...max(hours.lowerBound, last), period: period, now: now,
            cause: cause, in: access)
        guard changed > 0 else { return }
        try journal.append(
            ValuesRejudged(
                outlet: place.outlet, pollutant: pollutant, from: hours.lowerBound, until: hours.upperBound,
                changed: changed),
            about: place.subject, by: .system("limits"), occurredAt: now, in: access)
    }
}

extension LimitRecorded {
    /// What holds under its condition; nil for a limit of every day.
    var other: OtherLimit? {
        guard let condition, let otherLimit else { return nil }
        return OtherLimit(code: condition, limit: otherLimit)
    }
}

extension DatedLimit {
    /// Whether both hold on some day.
    func sharesDays(with other: DatedLimit) -> Bool {
        (validTo.map { other.validFrom <= $0 } ?? true) && (other.validTo.map { validFrom <= $0 } ?? true)
    }
}
