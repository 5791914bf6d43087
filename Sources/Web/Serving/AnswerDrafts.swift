import Kernel
import Synchronization

/// What people wrote and have still to look over, and for a while what they handed in: each under an address of its
/// own, so that back, forward and reloading show a page and send nothing.
///
/// Kept in memory and for the person alone. What is gone after a restart stands in the tab that wrote it
/// (decision 118).
final class AnswerDrafts: Sendable {
    /// A page that asks to look over answers, and whose it is.
    private struct Draft {
        let person: PersonID
        let at: Instant
        var page: AnswersPage
    }

    /// How long one is kept, in minutes. Design value.
    static let minutesMax: Int64 = 120
    /// How many are kept of one person. Design value.
    static let ownMax = 10
    /// How many are kept in all; a form has at most 256 KB, usually one. Design value.
    static let draftsMax = 1_000

    /// Guarded by the mutex.
    private let drafts = Mutex<[String: Draft]>([:])

    /// Keeps a page under a name that nobody can foretell; the oldest give way.
    func keep(_ page: AnswersPage, of person: PersonID, named name: String, at now: Instant) {
        drafts.withLock { drafts in
            drafts = drafts.filter { Self.holds($0.value, at: now) }
            Self.drop(from: &drafts, beyond: Self.ownMax - 1) { $0.person == person }
            Self.drop(from: &drafts, beyond: Self.draftsMax - 1) { _ in true }
            drafts[name] = Draft(person: person, at: now, page: page)
        }
    }

    /// The page of a name; nil when it is another person's, or no longer kept.
    func page(named name: String, of person: PersonID, at now: Instant) -> AnswersPage? {
        drafts.withLock { drafts in
            drafts[name].flatMap { $0.person == person && Self.holds($0, at: now) ? $0.page : nil }
        }
    }

    /// These answers were handed in: their pages say so from now on, and offer nothing to send.
    func settle(_ answers: [String: String], sentTo action: String, by person: PersonID) {
        drafts.withLock { drafts in
            for (name, draft) in drafts
            where draft.person == person && draft.page.action == action && draft.page.answers == answers {
                drafts[name]?.page.isHandedIn = true
            }
        }
    }

    private static func holds(_ draft: Draft, at now: Instant) -> Bool {
        now.milliseconds(since: draft.at) < minutesMax * 60_000
    }

    private static func drop(
        from drafts: inout [String: Draft], beyond count: Int, where isMeant: (Draft) -> Bool
    ) {
        let meant = drafts.filter { isMeant($0.value) }.sorted { $0.value.at < $1.value.at }
        for (name, _) in meant.prefix(max(0, meant.count - count)) { drafts[name] = nil }
    }
}
