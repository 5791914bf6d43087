import Kernel
import Persistence

/// Reads again the hours that a recorded mapping still has to be carried into, a bounded number in each transaction.
public struct RereadingWatch: Sendable {
    private let database: any Database
    private let directory: any OutletDirectory
    private let rereading: HourRereading
    private let clock: any WallClock

    init(database: any Database, directory: any OutletDirectory, rereading: HourRereading, clock: any WallClock) {
        self.database = database
        self.directory = directory
        self.rereading = rereading
        self.clock = clock
    }

    /// Takes the next hours on; tells whether there were any.
    @discardableResult
    public func look() async throws -> Bool {
        guard try await database.read({ try RereadingStore.first($0) }) != nil else { return false }
        let (directory, rereading, now) = (directory, rereading, clock.now())
        return try await database.write { access in
            guard let next = try RereadingStore.first(access) else { return false }
            let from = max(next.from, next.until.adding(hours: -HourRereading.hoursMax))
            // A device that was taken out of the register leaves its hours as they are.
            if let station = try directory.station(of: next.device, in: access) {
                try rereading.reread(from..<next.until, of: station, now: now, in: access)
                try RereadingStore.shrink(next, to: from, in: access)
            } else {
                try RereadingStore.shrink(next, to: next.from, in: access)
            }
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
