import Kernel
import Persistence

/// Looks at each outlet once an hour, when its newest hour had time to come, a bounded slice at a time and never in the
/// transaction of a frame. So it notices a silence that no frame tells of, and what came late.
public struct StateWatch: Sendable {
    let database: any Database
    let clock: any WallClock
    let desk: StateDesk
    /// How furnaces are read.
    let furnaces: FurnaceReading

    /// Outlets of one look: 10,000 outlets take 42 minutes at a look every five seconds. Design value.
    static let outletsOfLook = 20
    /// Late courses taken on in one look.
    private static let lateOfLook = 100

    /// Looks at the outlets that are due and hands over late courses; returns how many those were.
    @discardableResult
    public func look() async throws -> Int {
        let now = clock.now()
        let desk = desk
        let late = try await database.read { try StateStore.overdue(by: now, limit: 1, in: $0) }
        let handed =
            late.isEmpty
            ? 0
            : try await database.write { access in
                let episodes = try StateStore.overdue(by: now, limit: Self.lateOfLook, in: access)
                for episode in episodes { try desk.escalate(episode, now: now, in: access) }
                return episodes.count
            }
        let horizon = desk.rules.horizon(at: now)
        let due = try await database.read { try StateLookStore.due(horizon, limit: Self.outletsOfLook, in: $0) }
        for place in due {
            let look = StateLook(place: place, horizon: horizon, figures: desk.rules.figures, furnaces: furnaces)
            let result = try await database.read { try look.result(in: $0) }
            try await database.write { try desk.settle(result, of: look, now: now, in: $0) }
        }
        return handed + due.count
    }

    /// Looks until nothing is due.
    public func lookAtAll() async throws {
        while try await look() > 0 {}
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
