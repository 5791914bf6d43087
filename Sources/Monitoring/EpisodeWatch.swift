import Facts
import Kernel
import Persistence

/// Judges again what only time changes: an hour that was not over when its value came, an episode that ends because its
/// logger fell silent, and one whose marks have closed.
public struct EpisodeWatch: Sendable {
    private let database: any Database
    private let judge: Judge
    private let clock: any WallClock
    /// How much one look takes on; the next look goes on from there.
    private static let batchSize = 100

    init(database: any Database, judge: Judge, clock: any WallClock) {
        self.database = database
        self.judge = judge
        self.clock = clock
    }

    /// Judges whatever is due by now; returns how many hours and episodes that were.
    @discardableResult
    public func look() async throws -> Int {
        let now = clock.now()
        var count = 0
        for period in MeanPeriod.allCases { count += try await look(at: period, now: now) }
        return count
    }

    private func look(at period: MeanPeriod, now: Instant) async throws -> Int {
        let judge = judge
        let silentSince = now.adding(hours: -(judge.parameters.gap(of: period) + 2) * period.hours)
        let isDue = try await database.read { access in
            try !WaitingHourStore.over(by: now, period: period, limit: 1, in: access).isEmpty
                || !EpisodeStore.goingOn(lastHourBy: silentSince, period: period, limit: 1, in: access).isEmpty
                || !EpisodeStore.closed(by: now, period: period, limit: 1, in: access).isEmpty
        }
        guard isDue else { return 0 }
        return try await database.write { access in
            let hours = try WaitingHourStore.over(by: now, period: period, limit: Self.batchSize, in: access)
            for waiting in hours {
                try judge.judge(
                    waiting.pollutant, at: waiting.place, around: waiting.hour...waiting.hour, period: period,
                    now: now, cause: .time, in: access)
            }
            let silent = try EpisodeStore.goingOn(
                lastHourBy: silentSince, period: period, limit: Self.batchSize, in: access)
            for episode in silent { try judge.judgeAgain(episode, now: now, cause: .time, in: access) }
            // What the silent ones have settled is not found once more.
            let closed = try EpisodeStore.closed(by: now, period: period, limit: Self.batchSize, in: access)
            for episode in closed { try judge.judgeAgain(episode, now: now, cause: .closing, in: access) }
            return hours.count + silent.count + closed.count
        }
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
