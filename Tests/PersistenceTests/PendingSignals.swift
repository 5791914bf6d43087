import Persistence

/// Counts what waits in a stream of commits without waiting for more.
struct PendingSignals {
    private let stream: AsyncStream<Void>

    init(_ signal: CommitSignal) {
        stream = signal.stream()
    }

    /// A cancelled reader is still handed what was buffered, then the end.
    func count() async -> Int {
        let reader = Task { [stream] in
            withUnsafeCurrentTask { $0?.cancel() }
            var count = 0
            for await _ in stream { count += 1 }
            return count
        }
        return await reader.value
    }
}
