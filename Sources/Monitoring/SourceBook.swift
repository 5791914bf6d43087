import Synchronization

/// The one memory of known sources of a room; only writing transactions use it, one after the other.
final class SourceBook: Sendable {
    private let known = Mutex(KnownSources())

    /// Works with what is known. A thrown error makes everything forgotten, because the transaction that it was learnt
    /// in is taken back.
    func consult<Answer: Sendable>(_ body: (inout KnownSources) throws -> Answer) throws -> Answer {
        try known.withLock { known in
            do { return try body(&known) } catch {
                known = KnownSources()
                throw error
            }
        }
    }

    /// Forgets everything: a transaction was not committed.
    func forget() {
        known.withLock { $0 = KnownSources() }
    }
}
