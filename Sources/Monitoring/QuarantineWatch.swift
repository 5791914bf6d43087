import Facts
import Kernel
import Persistence

/// Journals what the bounds of the quarantine cost, at most once an hour.
public struct QuarantineWatch: Sendable {
    private let database: any Database
    private let journal: Journal
    private let clock: any WallClock
    /// Minutes between two such facts. Design value: a flood is one line of the journal, not thousands.
    private static let factEveryMinutes: Int64 = 60

    init(database: any Database, journal: Journal, clock: any WallClock) {
        self.database = database
        self.journal = journal
        self.clock = clock
    }

    /// Journals what was dropped, when there is any and the last such fact is an hour old; tells whether it did.
    @discardableResult
    public func look() async throws -> Bool {
        let (now, journal) = (clock.now(), journal)
        let latest = now.adding(minutes: -Self.factEveryMinutes)
        let isDue = try await database.read { access in
            guard try QuarantineDropStore.waiting(access) != nil else { return false }
            let last = try Journal.newest(kinds: [QuarantineDropped.kind], scope: .city, limit: 1, in: access).first
            return last.map { $0.recordedAt <= latest } ?? true
        }
        guard isDue else { return false }
        return try await database.write { access in
            guard let fact = try QuarantineDropStore.waiting(access) else { return false }
            try journal.append(fact, about: .city, by: .system("quarantine-watch"), occurredAt: fact.to, in: access)
            try QuarantineDropStore.clear(access)
            return true
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
