import Facts
import Kernel
import Persistence
import Web

/// The live events of one open desk: waits for commits, reads what is new in the journal, tells it.
actor DeskEvents {
    private let database: any Database
    private let sources: any PortalSources
    private let overviews: OverviewMemory
    private let scope: Scope
    private let clock: any WallClock
    private let commits: AsyncStream<Void>
    private var sequence: Int64
    private var waiting: [ServerEvent] = []
    private var figures: DeskFigures?
    /// More news than this at once is old news: the page shows the newest.
    private static let newsMax = 50
    /// Commits that follow each other closely are looked at together: it bounds what an open desk costs beside ingest,
    /// and stays far below the two seconds in which an exceedance must show.
    private static let breath = Duration.milliseconds(250)
    /// Figures are read at most so often, in milliseconds: they look at every outlet, and news must not wait for them.
    private static let figuresEveryMs: Int64 = 2_000
    private var figuresReadAt: Instant?

    init(
        database: any Database, sources: any PortalSources, overviews: OverviewMemory, scope: Scope,
        clock: any WallClock, after sequence: Int64
    ) {
        self.database = database
        self.sources = sources
        self.overviews = overviews
        self.scope = scope
        self.clock = clock
        self.sequence = sequence
        commits = database.commits.stream()
    }

    /// A stream of this desk's events; it ends when its reader is cancelled.
    nonisolated func stream() -> AsyncStream<ServerEvent> {
        AsyncStream { await self.next() }
    }

    private func next() async -> ServerEvent? {
        while waiting.isEmpty {
            do { try await readNews() } catch { return nil }
            if !waiting.isEmpty { break }
            var isAwake = false
            for await _ in commits {
                isAwake = true
                break
            }
            guard isAwake, !Task.isCancelled else { return nil }
            do { try await Task.sleep(for: Self.breath) } catch { return nil }
        }
        return waiting.removeFirst()
    }

    private func readNews() async throws {
        let (after, scope, sources, now) = (sequence, scope, sources, clock.now())
        let news = try await database.read { access in
            let last = try Journal.lastSequence(access)
            let entries = try Journal.newest(
                after: after, kinds: FeedItem.kinds, scope: scope, limit: Self.newsMax, in: access)
            guard !entries.isEmpty else { return (items: [FeedItem](), last: last) }
            let sentences = FeedSentences(sources: sources, scope: scope, access: access)
            return (items: try entries.reversed().compactMap { try sentences.item($0) }, last: last)
        }
        sequence = news.last
        waiting += news.items.map { ServerEvent("item", .fragment($0), position: $0.sequence) }
        let isStale = figuresReadAt.map { now.milliseconds(since: $0) >= Self.figuresEveryMs } ?? true
        if waiting.isEmpty, isStale { try await readFigures(now) }
    }

    private func readFigures(_ now: Instant) async throws {
        figuresReadAt = now
        let (scope, sources, overviews) = (scope, sources, overviews)
        let overview = try await database.read { access in
            try overviews.overview(scope: scope, sources: sources, now: now, in: access)
        }
        let newest = DeskFigures(outlets: overview.outlets, cases: overview.cases, now: now)
        guard newest != figures else { return }
        figures = newest
        waiting.append(ServerEvent("figures", .json(newest)))
    }
}
