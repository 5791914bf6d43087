import Facts
import Kernel
import Persistence

/// Looks at hours of waste water whose values changed and at hours of stacks that cannot decide, outside of the frames'
/// transactions, and ends alerts whose logger fell silent.
public struct AlertWatch: Sendable {
    let database: any Database
    let desk: AlertDesk
    let clock: any WallClock

    /// Factors of outlets that one look takes on. Design value.
    static let factorsOfLook = 50
    /// Hours of a factor that one look takes on; the next goes on from there. Design value: 31 days.
    static let hoursOfLook: Int64 = 744
    /// Stacks that one look goes through for hours that cannot decide: each once an hour. Design value.
    static let stacksOfLook = 50
    /// Hours that the first look at a stack goes back, to the beginning of that day. Design value.
    static let hoursAtFirst: Int64 = 48
    /// Days that it goes back where only the day decides, as far as hours are there. Design value.
    static let daysAtFirst: Int64 = 31

    /// Looks at what is due; returns how many factors and alerts that were.
    @discardableResult
    public func look() async throws -> Int {
        let now = clock.now()
        let desk = desk
        let stacks = try await lookForHoles(now: now)
        let silentSince = now.adding(hours: -(desk.parameters.gap(of: .hour) + 2))
        let silentDays = now.adding(hours: -(desk.parameters.gap(of: .day) + 2) * MeanPeriod.day.hours)
        let isDue = try await database.read { access in
            try !ChangedHourStore.due(by: now, limit: 1, in: access).isEmpty
                || !AlertStore.goingOn(lastHourBy: silentSince, lastDayBy: silentDays, limit: 1, in: access).isEmpty
        }
        guard isDue else { return stacks }
        return try await database.write { access in
            let changes = try ChangedHourStore.due(by: now, limit: Self.factorsOfLook, in: access)
            for changed in changes { try take(changed, now: now, in: access) }
            let silent = try AlertStore.goingOn(
                lastHourBy: silentSince, lastDayBy: silentDays, limit: Self.factorsOfLook, in: access)
            for alert in silent {
                try desk.review(
                    alert.pollutant,
                    at: JudgedPlace(outlet: alert.outlet, enterprise: alert.enterprise, region: alert.region),
                    around: alert.known.hours, now: now, in: access)
            }
            return stacks + changes.count + silent.count
        }
    }

    /// Notes the hours of stacks that had time to come since the last look and cannot decide.
    private func lookForHoles(now: Instant) async throws -> Int {
        let holes = desk.holes
        let horizon = holes.horizon(at: now)
        let due = try await database.read { try HoleLookStore.due(horizon, limit: Self.stacksOfLook, in: $0) }
        for place in due {
            let (from, hours, factors) = try await database.read { access in
                let looked = try HoleLookStore.hours(of: place.outlet, in: access)
                let from = try looked?.lowerBound ?? Self.firstHour(of: place.outlet, horizon, in: access)
                let hours = (looked?.upperBound ?? from)..<horizon
                return (from, hours, try holes.factorsWithHoles(of: place.outlet, hours, in: access))
            }
            try await database.write { access in
                try HoleLookStore.note(place.outlet, from..<horizon, in: access)
                for pollutant in factors {
                    try ChangedHourStore.widen(
                        hours.lowerBound...horizon.adding(hours: -1), of: pollutant, at: place, in: access)
                }
            }
        }
        return due.count
    }

    /// Where the first look at a stack begins: a day is seen as a whole or not at all.
    private static func firstHour(
        of outlet: OutletID, _ horizon: Instant, in access: any ReadAccess
    ) throws -> Instant {
        let first = Instant(startOf: horizon.adding(hours: -hoursAtFirst).civil.date)
        let oldest = Instant(startOf: horizon.civil.date.adding(days: -daysAtFirst))
        let stored = try LimitStore.factors(of: outlet, in: access).compactMap { pollutant -> Instant? in
            guard HourHoles.concerns(pollutant),
                try LimitStore.limits(outlet: outlet, pollutant: pollutant, in: access)
                    .contains(where: { $0.limits(.day) })
            else { return nil }
            return try HourStore.firstHour(outlet: outlet, pollutant: pollutant, from: oldest, in: access)
        }
        return stored.min().map { min(first, Instant(startOf: $0.civil.date)) } ?? first
    }

    /// Looks at the hours that are over; what is left waits on.
    private func take(
        _ changed: ChangedHourStore.Changed, now: Instant, in access: any WriteAccess
    ) throws {
        let first = changed.hours.lowerBound
        let newest = now.adding(hours: -1).startOfHour
        let last = [changed.hours.upperBound, newest, first.adding(hours: Self.hoursOfLook - 1)].min() ?? first
        try ChangedHourStore.remove(changed, in: access)
        if last < changed.hours.upperBound {
            try ChangedHourStore.widen(
                last.adding(hours: 1)...changed.hours.upperBound, of: changed.pollutant, at: changed.place, in: access)
        }
        guard try LimitStore.isLimited(outlet: changed.place.outlet, pollutant: changed.pollutant, in: access) else {
            return
        }
        try desk.review(changed.pollutant, at: changed.place, around: first...last, now: now, in: access)
    }

    /// Looks until the task is cancelled; a look that fails is reported, and the next one is taken all the same.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        while !Task.isCancelled {
            do { try await look() } catch {
                try Task.checkCancellation()
                report(error)
            }
            try await Task.sleep(for: interval)
        }
    }
}
