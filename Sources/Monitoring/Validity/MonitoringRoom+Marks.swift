public import Facts
public import Kernel
public import Persistence
import Standards

/// Hours that somebody marks for whoever handles a case.
public struct MarkWish: Sendable {
    /// The outlet.
    public let outlet: OutletID
    /// Start of the first hour.
    public let firstHour: Instant
    /// Start of the last hour.
    public let lastHour: Instant
    /// What is said of them.
    public let meaning: MarkMeaning
    /// Why.
    public let reason: String
    /// The officer's demand, after the marks have closed.
    public let demand: MarkDemand?

    /// Hours to be marked.
    public init(
        outlet: OutletID, firstHour: Instant, lastHour: Instant, meaning: MarkMeaning, reason: String,
        demand: MarkDemand?
    ) {
        self.outlet = outlet
        self.firstHour = firstHour
        self.lastHour = lastHour
        self.meaning = meaning
        self.reason = reason
        self.demand = demand
    }
}

extension MonitoringRoom {
    /// Marks hours and judges them again, in the transaction of the case's step. Throws `MarkRefusal`.
    public func mark(_ wish: MarkWish, by actor: Actor, now: Instant, in access: any WriteAccess) throws {
        guard let outlet = try directory.outlet(wish.outlet, scope: actor.scope, in: access) else {
            throw MarkRefusal.notFound
        }
        let order = try MarkOrder(
            pollutant: nil, firstHour: wish.firstHour, lastHour: wish.lastHour, meaning: wish.meaning, window: nil,
            reason: wish.reason, windows: judge.validity.windows, now: now)
        try markDesk.state(order, at: outlet.place, by: actor, demand: wish.demand, now: now, in: access)
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
