import Kernel
import Synchronization

/// The demonstration's clock: stands where it is put while the past day is lived through, then follows the computer's.
final class DemoClock: WallClock {
    /// Where the clock stands; nil once it runs. Guarded by the mutex.
    private let standing: Mutex<Instant?>
    private let running = SystemClock()

    /// A clock that stands at a moment, or runs from the start.
    init(standingAt moment: Instant? = nil) {
        standing = Mutex(moment)
    }

    func now() -> Instant {
        standing.withLock { $0 } ?? running.now()
    }

    /// Puts the clock to a moment and holds it there.
    func stand(at moment: Instant) {
        standing.withLock { $0 = moment }
    }

    /// Lets the clock follow the computer's.
    func release() {
        standing.withLock { $0 = nil }
    }
}
