import Kernel
import Synchronization

/// The one book of what strangers send, of a running program.
final class PostGuard: Sendable {
    /// Guarded by the mutex.
    private let book: Mutex<PostBook>

    init(limits: SurveyFigures.FeedbackLimits) { book = Mutex(PostBook(limits: limits)) }

    /// Counts a post. Refuses with `FeedbackRefusal.tooMany`.
    func begin(_ sender: Digest256, at now: Instant) throws {
        if let until = book.withLock({ $0.begin(sender, at: now) }) { throw FeedbackRefusal.tooMany(until: until) }
    }
}
