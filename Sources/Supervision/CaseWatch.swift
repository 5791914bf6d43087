import Kernel
import Persistence

/// Notices cases whose clock ran out and deals with each time-out once.
public struct CaseWatch: Sendable {
    let database: any Database
    let desk: CaseDesk
    let clock: any WallClock
    /// How many cases one transaction handles: it bounds how long the writer is held.
    private static let batchSize = 50

    /// Escalates every case and every request for more time that is overdue by now, and tells those that are to be
    /// warned before; returns how many it escalated.
    @discardableResult
    public func look() async throws -> Int {
        let now = clock.now()
        while try await database.read({ try !CaseStore.toWarn(at: now, limit: 1, in: $0).isEmpty }) {
            try await database.write { [desk] access in
                for waiting in try CaseStore.toWarn(at: now, limit: Self.batchSize, in: access) {
                    try desk.warn(waiting.subject, at: waiting.warned, in: access)
                }
            }
        }
        var total = 0
        while try await database.read({ try !CaseStore.overdue(at: now, limit: 1, in: $0).isEmpty }) {
            total += try await database.write { [desk] access in
                let late = try CaseStore.overdue(at: now, limit: Self.batchSize, in: access)
                for subject in late { try desk.escalate(subject, at: now, in: access) }
                return late.count
            }
        }
        while try await database.read({ try !CaseStore.undecided(at: now, limit: 1, in: $0).isEmpty }) {
            total += try await database.write { [desk] access in
                let late = try CaseStore.undecided(at: now, limit: Self.batchSize, in: access)
                for subject in late { try desk.escalateRequest(of: subject, at: now, in: access) }
                return late.count
            }
        }
        return total
    }

    /// Watches until the task is cancelled; a look that fails is reported, and the next one is taken all the same.
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
