import NIOCore
import Synchronization

/// The moment until which a line must have stored a frame. Bytes alone move nothing: a line that drips, or talks
/// another protocol, is as silent as a silent one.
final class ProgressLimit: Sendable {
    private let clock = ContinuousClock()
    /// Guarded by the mutex.
    private let deadline: Mutex<ContinuousClock.Instant>

    init(firstWithin seconds: Int) {
        deadline = Mutex(clock.now + .seconds(seconds))
    }

    /// Grants this much time from now on; never less than is left, because whoever waits sleeps until then.
    func extend(by seconds: Int) {
        let extended = clock.now + .seconds(seconds)
        deadline.withLock { $0 = max($0, extended) }
    }

    /// Returns when the moment has passed.
    ///
    /// - Throws: `CancellationError` when the line ended before.
    func passed() async throws {
        while true {
            let due = deadline.withLock { $0 }
            guard clock.now < due else { return }
            try await clock.sleep(until: due)
        }
    }
}
