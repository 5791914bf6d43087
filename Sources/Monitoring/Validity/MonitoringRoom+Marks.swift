public import Facts
public import Kernel
public import Persistence
import Standards

extension MonitoringRoom {
    /// The kinds of starting and stopping whose hours are not judged within an allowed length.
    public var markWindows: [MarkWindow] { judge.validity.windows.rows.map { MarkWindow($0) } }

    /// Marks hours and judges them again, in the transaction of the case's step; tells the number of the mark. Throws
    /// `MarkRefusal`.
    @discardableResult
    public func mark(_ wish: MarkWish, by actor: Actor, now: Instant, in access: any WriteAccess) throws -> Int64 {
        guard let outlet = try directory.outlet(wish.outlet, scope: actor.scope, in: access) else {
            throw MarkRefusal.notFound
        }
        let order = try MarkOrder(
            pollutant: wish.pollutant, firstHour: wish.firstHour, lastHour: wish.lastHour, meaning: wish.meaning,
            window: wish.window, reason: wish.reason, windows: try windows(of: outlet, in: access), now: now)
        return try markDesk.state(order, at: outlet.place, by: actor, demand: wish.demand, now: now, in: access)
    }

    /// The kinds of starting and stopping that the enterprise of an outlet may claim.
    func windows(of outlet: OutletSummary, in access: any ReadAccess) throws -> StartStopWindows {
        judge.validity.windows.claimable(by: try directory.industry(of: outlet.enterprise, in: access))
    }

    /// The kinds that the enterprise of an outlet may claim, for the form of a case.
    public func markWindows(of outlet: OutletID, in access: any ReadAccess) throws -> [MarkWindow] {
        let known = try directory.outlet(outlet, scope: .city, in: access)
        let claimable = try known.map { try windows(of: $0, in: access) } ?? judge.validity.windows
        return claimable.rows.map { MarkWindow($0) }
    }

    /// What an exceedance reaches over as it is kept; nil when it does not stand.
    public func keptExtent(of episode: EpisodeID, in access: any ReadAccess) throws -> ExceedanceExtent? {
        let found = try EpisodeStore.episode(episode, scope: .city, in: access)
        return found.flatMap { $0.isWithdrawn ? nil : $0.extent }
    }

    /// What an exceedance reaches over, without whether it is provisional; nil when it does not stand.
    public func standingExtent(of episode: EpisodeID, in access: any ReadAccess) throws -> ExceedanceExtent? {
        try keptExtent(of: episode, in: access)?.provisional(false)
    }

    /// Closes the marks of the hours of a day that are over. Throws `MarkRefusal`.
    public func closeMarks(
        of day: CivilDate, at outlet: OutletID, by actor: Actor, now: Instant, in access: any WriteAccess
    ) throws {
        guard let known = try directory.outlet(outlet, scope: actor.scope, in: access) else {
            throw MarkRefusal.notFound
        }
        try markDesk.close(day, at: known.place, by: actor, now: now, in: access)
    }
}
