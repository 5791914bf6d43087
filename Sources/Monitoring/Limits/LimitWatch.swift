import Kernel
import Persistence

/// Judges again the older values that a change of limits still has to be carried into, a bounded number in each
/// transaction.
public struct LimitWatch: Sendable {
    private let database: any Database
    private let desk: LimitDesk
    private let clock: any WallClock

    init(database: any Database, desk: LimitDesk, clock: any WallClock) {
        self.database = database
        self.desk = desk
        self.clock = clock
    }

    /// Takes the next values on; tells whether there were any.
    @discardableResult
    public func look() async throws -> Bool {
        guard try await database.read({ try RejudgingStore.first($0) }) != nil else { return false }
        let (desk, now) = (desk, clock.now())
        return try await database.write { access in
            guard let next = try RejudgingStore.first(access) else { return false }
            let from = max(next.from, next.until.adding(hours: -LimitDesk.hoursMax))
            try desk.rejudge(
                from..<next.until, of: next.pollutant, next.averaging, at: next.place, because: next.cause, now: now,
                in: access)
            try RejudgingStore.shrink(next, to: from, in: access)
            return true
        }
    }

    /// Looks until the task is cancelled, without a pause while there is something to do; a look that fails is
    /// reported, and the next one is taken all the same.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        while !Task.isCancelled {
            do { while try await look() { try Task.checkCancellation() } } catch {
                try Task.checkCancellation()
                report(error)
            }
            try await Task.sleep(for: interval)
        }
    }
}
