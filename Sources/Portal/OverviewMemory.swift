import Kernel
import Persistence
import Synchronization

/// Keeps each scope's overview for a moment, so that a hundred open desks look at every outlet once and not a hundred
/// times.
///
/// A new fact is seen at once: an overview holds only as long as the journal's news end where they ended. Values from
/// devices are no facts; they, and the receipts of their frames, may be as old as the overview.
final class OverviewMemory: Sendable {
    private struct Kept {
        let overview: DeskOverview
        /// Where the journal's news ended before anything was read.
        let news: Int64
        /// The moment that it tells of: what is overdue depends on it.
        let moment: Instant
        let readAt: ContinuousClock.Instant
        let goodFor: Duration

        /// Whether the wall clock stands where the time that has passed lets it stand; a clock that was set does not.
        func holds(at now: Instant) -> Bool {
            (0...goodFor.components.seconds * 1_000 + 1_000).contains(now.milliseconds(since: moment))
        }
    }

    /// A value is shown at most so late, unless the city is so large that reading it takes longer. Design value.
    private static let goodForAtLeast = Duration.seconds(1)
    /// Reading takes one part in so many of one core at most, however large the city. Design value.
    private static let shareOfTime = 20
    /// Scopes kept; each branch, enterprise and the city has one. When more ask, all are read anew.
    private static let scopesMax = 256

    /// Guarded by the mutex.
    private let kept = Mutex<[Scope: Kept]>([:])
    private let journalNews = JournalNews()

    func overview(
        scope: Scope, sources: any PortalSources, now: Instant, in access: any ReadAccess
    ) throws -> DeskOverview {
        let news = try journalNews.end(access)
        let begin = ContinuousClock.now
        if let known = kept.withLock({ $0[scope] }), known.news == news,
            begin - known.readAt < known.goodFor, known.holds(at: now)
        {
            return known.overview
        }
        let overview = try DeskOverview(scope: scope, sources: sources, in: access)
        let end = ContinuousClock.now
        let fresh = Kept(
            overview: overview, news: news, moment: now, readAt: end,
            goodFor: max(Self.goodForAtLeast, (end - begin) * Self.shareOfTime))
        kept.withLock { kept in
            if kept.count >= Self.scopesMax, kept[scope] == nil { kept.removeAll() }
            kept[scope] = fresh
        }
        return overview
    }
}
