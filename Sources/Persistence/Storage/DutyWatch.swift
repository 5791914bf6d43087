public import Kernel

/// Notices duties whose clock ran out, once each, and journals them: a duty missed is a fact too.
public struct DutyWatch: Sendable {
    private let database: any Database
    private let journal: Journal
    private let clock: any WallClock
    /// How many duties one transaction marks.
    private static let batchSize = 100

    /// A watch over this database's duties.
    public init(database: any Database, journal: Journal, clock: any WallClock) {
        self.database = database
        self.journal = journal
        self.clock = clock
    }

    /// Marks every duty that is missed by now; returns how many.
    @discardableResult
    public func markMissed() async throws -> Int {
        let now = clock.now()
        var total = 0
        while true {
            let waiting = try await database.read { access in
                try !DutyBook.newlyMissed(at: now, limit: 1, in: access).isEmpty
            }
            guard waiting else { return total }
            total += try await database.write { access in
                let missed = try DutyBook.newlyMissed(at: now, limit: Self.batchSize, in: access)
                for duty in missed { try DutyBook.noteMissed(duty, at: now, journal: journal, in: access) }
                return missed.count
            }
        }
    }

    /// Watches until the task is cancelled; a look that fails is reported, and the next one is taken all the same.
    public func run(every interval: Duration, reporting report: @Sendable (any Error) -> Void) async throws {
        while !Task.isCancelled {
            do { try await markMissed() } catch {
                try Task.checkCancellation()
                report(error)
            }
            try await Task.sleep(for: interval)
        }
    }
}
