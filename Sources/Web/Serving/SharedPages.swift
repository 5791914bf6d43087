import Kernel
import Synchronization

/// Keeps the middle of shared pages for a moment, so that a hundred people who look at one list have it read and
/// rendered once; who asks while it is being made waits for it instead of making it again.
///
/// A new fact is seen at once: what is kept holds only as long as the journal's news end where they ended. Values from
/// devices are no facts; they, and the receipts of their frames, may be as late as the page is old.
final class SharedPages: Sendable {
    /// Everything that a shared page may depend on beside facts and values: it is shown to nobody for whom one of these
    /// is another.
    struct Key: Hashable, Sendable {
        let role: Role
        let scope: Scope
        let language: Language
        let path: String
        let query: [String]

        /// Nil for a visit that has to be answered by itself: of a stranger, of a program, or of an address that was
        /// not wholly understood.
        init?(_ visit: Visit) {
            guard let actor = visit.actor, visit.owed == nil, !visit.wantsJSON, visit.unread.isEmpty,
                !visit.csrfToken.isEmpty
            else { return nil }
            (role, scope, language, path) = (actor.role, actor.scope, visit.language, visit.path)
            query = visit.queryPairs.flatMap { [$0.name, $0.value] }
        }
    }

    private struct Kept {
        let told: Int64
        /// The moment that it tells of: what is overdue depends on it.
        let moment: Instant
        let begunAt: ContinuousClock.Instant
        let flight: PageFlight

        func holds(at now: Instant) -> Bool {
            // A clock that was set does not stand where the time that has passed lets it stand.
            begunAt.duration(to: .now) < SharedPages.goodFor
                && (0...1_000).contains(now.milliseconds(since: moment))
        }
    }

    /// A value is shown at most so late. Design value.
    static let goodFor = Duration.seconds(1)
    /// Pages kept: a page is some 50 KB. Design value.
    static let pagesMax = 128

    /// Guarded by the mutex.
    private let pages = Mutex<[Key: Kept]>([:])

    /// How many pages are kept.
    var count: Int { pages.withLock { $0.count } }

    /// The page's middle as it was kept, or made now for all who ask; nil when `make` finds that it cannot be shared.
    ///
    /// - Parameter told: Where the journal's news ended before anything was read.
    func body(
        _ key: Key, told: Int64, at now: Instant, _ make: () async throws -> PageBody?
    ) async throws -> PageBody? {
        let (flight, isNew) = pages.withLock { pages in
            if let known = pages[key], known.told == told, known.holds(at: now) { return (known.flight, false) }
            if pages.count >= Self.pagesMax { pages = pages.filter { $0.value.holds(at: now) } }
            if pages.count >= Self.pagesMax { pages.removeAll() }
            let fresh = PageFlight()
            pages[key] = Kept(told: told, moment: now, begunAt: .now, flight: fresh)
            return (fresh, true)
        }
        guard isNew else { return await flight.body() }
        var made: PageBody?
        // Also when making fails: those who wait then make it themselves.
        defer { flight.land(made) }
        made = try await make()
        return made
    }
}
