import Facts
import Kernel
import Persistence
import Standards

/// Keeps the days of furnaces, and brings the episodes of low temperature in line with them: these are exceedances of
/// the day like any other, and go into the closed loop.
struct FurnaceDesk: Sendable {
    let journal: Journal
    let decisions: DecisionLog
    let parameters: JudgingParameters
    let figures: FurnaceFigures
    let markHourMax: RuleFigure<Int>
    let entropy: any EntropySource

    /// What one settlement has in hand.
    private struct Sitting {
        let place: JudgedPlace
        let input: LowFurnaceTemperature.Input
        let term: MarkTerm
        let cause: JudgingCause
        let access: any WriteAccess

        var now: Instant { input.now }
    }

    /// Keeps days that were read, and settles the episodes around those that changed, or around all.
    ///
    /// - Parameter told: Why they were read, where that is known; else it follows from what changed.
    func keep(
        _ days: [FurnaceDay], at place: JudgedPlace, readUpTo sequence: Int64, settling: Settling,
        because told: JudgingCause? = nil, now: Instant, in access: any WriteAccess
    ) throws {
        var changed: [CivilDate] = []
        var cause = JudgingCause.limit
        for day in days {
            let before = try FurnaceDayStore.days(of: place.outlet, day.day...day.day, in: access).first
            // A day without any mean is kept once it had one: nothing is forgotten in silence.
            guard before != nil || !day.isEmpty else { continue }
            try FurnaceDayStore.save(day, at: place, readUpTo: sequence, in: access)
            guard before != day else { continue }
            changed.append(day.day)
            // One that differs in nothing but what is taken out was marked.
            let isMarked = before.map { $0.means == day.means } ?? false
            cause = isMarked && cause != .value ? .mark : .value
        }
        cause = told ?? cause
        switch settling {
        case .changed:
            if let first = changed.min(), let last = changed.max() {
                try settle(first...last, isCorrected: true, cause, at: place, now: now, in: access)
            }
            for open in try open(at: place.outlet, now: now, in: access) {
                let days = open.hours.lowerBound.civil.date...open.hours.upperBound.civil.date
                try settle(days, isCorrected: false, .time, at: place, now: now, in: access)
            }
        case .all:
            guard let all = try FurnaceDayStore.extent(of: place.outlet, in: access) else { return }
            try settle(all, isCorrected: false, cause, at: place, now: now, in: access)
        }
    }

    /// Episodes that go on, which silence may have ended, and those that were provisional, whose marks may have closed.
    private func open(at outlet: OutletID, now: Instant, in access: any ReadAccess) throws -> [Episode] {
        try EpisodeStore.standing(
            outlet: outlet, pollutant: .furnaceTemperature, period: .day, from: Instant(milliseconds: .min), to: now,
            in: access
        ).filter { !$0.extent.ended || $0.provisionalUntil != nil }
    }

    /// Around which days episodes are settled.
    enum Settling: Sendable {
        /// Around those whose means changed, and around episodes that go on.
        case changed
        /// Around all days that are kept: limits changed.
        case all
    }

    private func settle(
        _ days: ClosedRange<CivilDate>, isCorrected: Bool, _ cause: JudgingCause, at place: JudgedPlace, now: Instant,
        in access: any WriteAccess
    ) throws {
        let reach = parameters.reach(of: .day)
        let hours = Instant(startOf: days.lowerBound)...Instant(startOf: days.upperBound)
        func standing(near hours: ClosedRange<Instant>) throws -> [SpanReview.Known] {
            try EpisodeStore.standing(
                outlet: place.outlet, pollutant: .furnaceTemperature, period: .day,
                from: hours.lowerBound.adding(hours: -reach), to: hours.upperBound.adding(hours: reach), in: access
            ).map(\.known)
        }
        let known = try standing(near: hours)
        let window = SpanReview.window(around: hours, known, reach: reach)
        let sitting = Sitting(
            place: place, input: try input(window, at: place.outlet, now: now, in: access),
            term: MarkTerm(
                hourMax: markHourMax,
                closings: try MarkStore.closings(
                    outlet: place.outlet, from: window.lowerBound,
                    to: window.upperBound.adding(hours: MeanPeriod.day.hours - 1), in: access)),
            cause: cause, access: access)
        let found = MarkedFurnaceTemperature.episodes(sitting.input, term: sitting.term)
        let result = SpanReview.review(
            around: hours, corrected: isCorrected ? hours : nil, known: known, near: try standing(near: window),
            found: found)
        var heirs: [SpanReview.Known] = []
        for standing in result.standing { heirs.append(try stand(standing, sitting)) }
        for known in result.withdrawn {
            try withdraw(known, mergedInto: heirs.first { $0.hours.overlaps(known.hours) }, sitting)
        }
    }

    /// What version 1 of the rule reads of these days.
    private func input(
        _ window: ClosedRange<Instant>, at outlet: OutletID, now: Instant, in access: any ReadAccess
    ) throws -> LowFurnaceTemperature.Input {
        LowFurnaceTemperature.Input(
            outlet: outlet, pollutant: .furnaceTemperature,
            days: try FurnaceDayStore.days(
                of: outlet, window.lowerBound.civil.date...window.upperBound.civil.date, in: access),
            limits: try LimitStore.limits(outlet: outlet, pollutant: .furnaceTemperature, in: access),
            figures: figures, parameters: parameters, now: now)
    }

    private func stand(_ standing: SpanReview.Standing, _ sitting: Sitting) throws -> SpanReview.Known {
        if let known = standing.known, !standing.isNews { return known }
        let extent = standing.extent
        let kept =
            try standing.known?.id
            ?? EpisodeStore.revived(
                by: extent, of: .furnaceTemperature, at: sitting.place, in: sitting.access)
        let id = kept ?? EpisodeID(checked: "EX" + entropy.bytes(8).hex)
        // Nothing but the closing of its marks is new.
        let isClosed = standing.known.map { $0.extent != extent && $0.extent.provisional(false) == extent } ?? false
        let cause = isClosed ? JudgingCause.closing : sitting.cause
        let decision = try decide(about: id, extent.firstHour...extent.lastHour, cause, sitting)
        try save(id, extent, isWithdrawn: false, decision, sitting)
        if kept == nil {
            try append(
                ExceedanceFound(
                    episode: id, outlet: sitting.place.outlet, pollutant: .furnaceTemperature, extent: extent,
                    decision: decision), sitting)
        } else {
            try append(
                ExceedanceChanged(episode: id, extent: extent, decision: decision, cause: cause), sitting)
        }
        return SpanReview.Known(id: id, extent: extent, decision: decision)
    }

    private func withdraw(
        _ known: SpanReview.Known, mergedInto heir: SpanReview.Known?, _ sitting: Sitting
    ) throws {
        let decision = try heir?.decision ?? decide(about: known.id, known.hours, sitting.cause, sitting)
        try save(known.id, known.extent, isWithdrawn: true, decision, sitting)
        try append(
            ExceedanceWithdrawn(episode: known.id, decision: decision, mergedInto: heir?.id, cause: sitting.cause),
            sitting)
    }

    private func save(
        _ id: EpisodeID, _ extent: ExceedanceExtent, isWithdrawn: Bool, _ decision: DecisionID, _ sitting: Sitting
    ) throws {
        try EpisodeStore.save(
            Episode(
                id: id, outlet: sitting.place.outlet, pollutant: .furnaceTemperature,
                enterprise: sitting.place.enterprise, region: sitting.place.region, extent: extent,
                isWithdrawn: isWithdrawn, decision: decision,
                provisionalUntil: isWithdrawn
                    ? nil : MarkedFurnaceTemperature.openUntil(extent, term: sitting.term, now: sitting.now)),
            in: sitting.access)
    }

    /// Reads the episode's own days, and those beside it that comply.
    private func decide(
        about episode: EpisodeID, _ hours: ClosedRange<Instant>, _ cause: JudgingCause, _ sitting: Sitting
    ) throws -> DecisionID {
        let reach = parameters.reach(of: .day)
        let range = hours.lowerBound.adding(hours: -reach)...hours.upperBound.adding(hours: reach)
        let read = sitting.input
        let days = read.days.filter { day in
            let start = Instant(startOf: day.day)
            guard range.contains(start), !hours.contains(start) else { return hours.contains(start) }
            return LowFurnaceTemperature.readings([day], figures).allSatisfy { reading in
                JudgedHour(
                    reading, limits: read.limits, parameters: parameters, now: sitting.now, period: .day
                ).excess == nil
            }
        }
        let furnace = LowFurnaceTemperature.Input(
            outlet: read.outlet, pollutant: read.pollutant, days: days, limits: read.limits, figures: figures,
            parameters: parameters, now: sitting.now)
        return try decisions.decide(
            by: MarkedFurnaceTemperature.self,
            on: MarkedFurnaceTemperature.Input(furnace, term: sitting.term, cause: cause), about: episode.text,
            enterprise: sitting.place.enterprise, region: sitting.place.region, in: sitting.access
        ).id
    }

    private func append(_ fact: some Fact, _ sitting: Sitting) throws {
        try journal.append(
            fact, about: sitting.place.subject, by: .system("furnace-watch"), occurredAt: sitting.now,
            in: sitting.access)
    }
}
