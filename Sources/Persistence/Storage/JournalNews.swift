import Facts
import Synchronization

/// Finds where the journal's newest fact stands that a page may tell of.
///
/// A receipt of frames is in the journal so that nobody can change them afterwards; many come in a second, and none of
/// them changes a page more than the values that it covers. What was read before holds as long as this number stays.
public final class JournalNews: Sendable {
    private struct Seen {
        /// The newest entry looked at.
        let last: Int64
        /// The newest of them that is no receipt.
        let news: Int64
    }

    /// Guarded by the mutex; nil until asked for the first time.
    private let seen = Mutex<Seen?>(nil)

    /// Nothing was looked at yet.
    public init() {}

    /// The number of the newest fact that is no receipt of frames; the journal's end as long as that is not known.
    /// Costs as much as there are entries since it was asked for last.
    public func end(_ access: any ReadAccess) throws -> Int64 {
        let before = seen.withLock { $0 }
        let last = try Journal.lastSequence(access)
        guard let before else {
            learn(Seen(last: last, news: last))
            return last
        }
        // Another reader has seen more than this one's transaction shows.
        if last <= before.last { return min(before.news, last) }
        let newest = try access.row(
            "SELECT COALESCE(MAX(sequence), ?1) AS newest FROM journal_entry WHERE sequence > ?2 AND kind <> ?3",
            [.integer(before.news), .integer(before.last), .text(FramesReceived.kind)])
        let news = try newest?.int64("newest") ?? before.news
        learn(Seen(last: last, news: news))
        return news
    }

    private func learn(_ fresh: Seen) {
        seen.withLock { seen in
            if let known = seen, known.last >= fresh.last { return }
            seen = fresh
        }
    }
}
