import Synchronization

/// Counters that many lines write and one observer reads.
final class TrafficBook: Sendable {
    /// Guarded by the mutex.
    private let counts = Mutex(TrafficCounts())

    var total: TrafficCounts { counts.withLock { $0 } }

    func update(_ change: (inout TrafficCounts) -> Void) { counts.withLock { change(&$0) } }

    func reset() { counts.withLock { $0 = TrafficCounts() } }
}
