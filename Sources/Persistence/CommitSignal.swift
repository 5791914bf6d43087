import Synchronization

/// Tells whoever waits that something was committed. Signals merge: a slow listener is woken once, not once a commit.
public final class CommitSignal: Sendable {
    /// The listeners; guarded by the mutex.
    private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])
    private let nextKey = Mutex(0)

    /// A signal without listeners.
    public init() {}

    /// Wakes every listener.
    public func fire() {
        listeners.withLock { listeners in
            for listener in listeners.values { listener.yield() }
        }
    }

    /// A stream that yields after commits, until the reader stops reading.
    public func stream() -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let key = nextKey.withLock { key in
                key += 1
                return key
            }
            continuation.onTermination = { [weak self] _ in
                self?.listeners.withLock { _ = $0.removeValue(forKey: key) }
            }
            listeners.withLock { $0[key] = continuation }
        }
    }
}
