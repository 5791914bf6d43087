import Facts
import Kernel
import Persistence

/// Records what enterprises mark and close, and has the values of these hours judged again, in the transaction it is
/// called in.
struct MarkDesk: Sendable {
    let journal: Journal
    let judge: Judge
    let furnaces: FurnaceRereading
    /// As many marks an outlet states within 24 hours. Design value.
    static let marksMax = 200

    /// Marks hours; what the newest mark of these hours says already is not said again, and has its number. A demand by
    /// an officer allows it after the marks have closed. Throws `MarkRefusal`.
    @discardableResult
    func state(
        _ order: MarkOrder, at place: JudgedPlace, by actor: Actor, demand: MarkDemand? = nil, now: Instant,
        in access: any WriteAccess
    ) throws -> Int64 {
        if let wanted = order.pollutant {
            guard try LimitStore.factors(of: place.outlet, in: access).contains(wanted) else {
                throw MarkRefusal.otherFactor
            }
        }
        if demand == nil { try checkOpen(order, at: place.outlet, now: now, in: access) }
        // Nobody outruns an officer by marking as often as is allowed.
        let isSetAside = order.meaning == .normal && demand != nil
        let stated = try MarkStore.count(outlet: place.outlet, since: now.adding(hours: -24), in: access)
        guard isSetAside || stated < Self.marksMax else { throw MarkRefusal.tooMany(max: Self.marksMax) }
        let number = try MarkStore.lastNumber(access) + 1
        let draft = EnterpriseMark(
            number: number, pollutant: order.pollutant, firstHour: order.firstHour, lastHour: order.lastHour,
            meaning: order.meaning, window: order.window, first: nil, demand: demand)
        let earlier = try MarkStore.marks(
            outlet: place.outlet, from: order.firstHour, to: order.lastHour, in: access
        ).filter { $0.meets(draft) }
        let first = earlier.first
        // Sent twice is said once.
        if let newest = earlier.last, newest.says(theSameAs: draft),
            try MarkStore.mark(newest.number, in: access)?.reason == order.reason
        {
            return newest.number
        }
        if order.meaning == .normal, first == nil { throw MarkRefusal.nothingMarked }
        let mark = EnterpriseMark(
            number: number, pollutant: draft.pollutant, firstHour: draft.firstHour, lastHour: draft.lastHour,
            meaning: draft.meaning, window: draft.window, first: first?.number, demand: demand)
        try MarkStore.insert(
            MarkStore.Recorded(
                mark: mark, outlet: place.outlet, reason: order.reason, at: now,
                by: FactAuthor.person(actor.person).text, name: actor.name), at: place, in: access)
        try journal.append(
            EnterpriseMarkStated(
                mark, outlet: place.outlet, reason: order.reason, signed: NameSeal.of(actor.name, .person(actor.person))
            ),
            about: place.subject,
            by: .person(actor.person), occurredAt: now, in: access)
        // A furnace's days are read again with it, by the next look.
        try FurnaceLookStore.forget(place.outlet, in: access)
        let cause: JudgingCause = isSetAside ? .setAside : .mark
        try rejudge(order.firstHour...order.lastHour, of: order.pollutant, at: place, cause, now: now, in: access)
        if order.pollutant == nil || order.pollutant == .furnaceTemperature {
            try furnaces.judge(order.firstHour...order.lastHour, at: place, cause, now: now, in: access)
        }
        return number
    }

    /// Closes the marks of the hours of a day that are over: the enterprise has nothing more to say of them. Only an
    /// officer's demand opens them again. Throws `MarkRefusal`.
    func close(
        _ day: CivilDate, at place: JudgedPlace, by actor: Actor, now: Instant, in access: any WriteAccess
    ) throws {
        let from = Instant(startOf: day)
        let over = now.adding(minutes: judge.parameters.clockLead).startOfHour
        let until = min(Instant(startOf: day.adding(days: 1)), over)
        guard from < until else { throw MarkRefusal.nothingToClose }
        let term = try term(of: place.outlet, from: from, to: until, in: access)
        guard term.openUntil(from...until.adding(hours: -1), at: now) != nil else { throw MarkRefusal.nothingToClose }
        let closing = MarkClosing(from: from, until: until)
        try MarkStore.insert(
            MarkStore.Closed(
                outlet: place.outlet, closing: closing, at: now, by: FactAuthor.person(actor.person).text,
                name: actor.name), at: place, in: access)
        try journal.append(
            MarksClosed(
                outlet: place.outlet, from: from, until: until,
                signed: NameSeal.of(actor.name, .person(actor.person))),
            about: place.subject,
            by: .person(actor.person), occurredAt: now, in: access)
        // What stands of its furnace is looked at again by the next look.
        try FurnaceLookStore.forget(place.outlet, in: access)
        for pollutant in try LimitStore.factors(of: place.outlet, in: access) {
            for period in MeanPeriod.allCases {
                let standing = try EpisodeStore.standing(
                    outlet: place.outlet, pollutant: pollutant, period: period, from: from, to: until, in: access)
                for episode in standing where episode.provisionalUntil != nil {
                    try judge.judgeAgain(episode, now: now, cause: .closing, in: access)
                }
            }
        }
    }

    private func checkOpen(
        _ order: MarkOrder, at outlet: OutletID, now: Instant, in access: any ReadAccess
    ) throws {
        let term = try term(of: outlet, from: order.firstHour, to: order.lastHour, in: access)
        var hour = order.firstHour
        while hour <= order.lastHour {
            if !term.isOpen(hour, at: now) {
                let until = term.deadline(of: hour)
                throw now > until ? MarkRefusal.tooLate(hour: hour, until: until) : MarkRefusal.closedByYou(hour: hour)
            }
            hour = hour.adding(hours: 1)
        }
    }

    private func term(
        of outlet: OutletID, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> MarkTerm {
        MarkTerm(
            hourMax: judge.validity.markHourMax,
            closings: try MarkStore.closings(outlet: outlet, from: from, to: to, in: access))
    }

    /// Judges the hours and days again on which a mark bears: its own, those marked in a row behind it, and at an
    /// incinerator every later day, because the hours of its year are counted.
    private func rejudge(
        _ hours: ClosedRange<Instant>, of wanted: PollutantCode?, at place: JudgedPlace, _ cause: JudgingCause,
        now: Instant, in access: any WriteAccess
    ) throws {
        let factors = try wanted.map { [$0] } ?? LimitStore.factors(of: place.outlet, in: access)
        let marks = try MarkStore.marks(
            outlet: place.outlet, from: hours.lowerBound, to: hours.upperBound.adding(hours: Self.rowHours), in: access)
        for pollutant in factors {
            let isStack = pollutant.text.hasPrefix("a")
            var last = hours.upperBound
            while last < hours.upperBound.adding(hours: Self.rowHours),
                marks.contains(where: { $0.covers(last.adding(hours: 1), pollutant) })
            {
                last = last.adding(hours: 1)
            }
            if isStack {
                try ChangedHourStore.note(hours.lowerBound...last, of: pollutant, atStack: place, in: access)
                try judge.judge(
                    pollutant, at: place, around: hours.lowerBound...last, now: now, cause: cause, in: access)
            }
            let firstDay = Instant(startOf: hours.lowerBound.civil.date)
            let newest = isStack ? try newestDay(of: pollutant, at: place.outlet, in: access) : nil
            let lastDay = max(newest ?? firstDay, Instant(startOf: last.civil.date))
            let atOnce = min(lastDay, firstDay.adding(hours: LimitDesk.hoursMax))
            try judge.judge(
                pollutant, at: place, around: firstDay...atOnce, period: .day, now: now, cause: cause, in: access)
            guard atOnce < lastDay else { continue }
            let (from, until) = (
                atOnce.adding(hours: MeanPeriod.day.hours), lastDay.adding(hours: MeanPeriod.day.hours)
            )
            try RejudgingStore.insert(from..<until, of: pollutant, .day, at: place, because: cause, in: access)
        }
    }

    private static let rowHours = Int64(EnterpriseMark.rowHoursMax)

    private func newestDay(
        of pollutant: PollutantCode, at outlet: OutletID, in access: any ReadAccess
    ) throws -> Instant? {
        try HourStore.newestHour(outlet: outlet, pollutant: pollutant, period: .day, in: access)
    }
}

extension EnterpriseMarkStated {
    init(_ mark: EnterpriseMark, outlet: OutletID, reason: String, signed: Digest256?) {
        self.init(
            number: mark.number, outlet: outlet, pollutant: mark.pollutant, firstHour: mark.firstHour,
            lastHour: mark.lastHour, meaning: mark.meaning, window: mark.window, reason: reason, first: mark.first,
            demand: mark.demand, signed: signed)
    }
}
