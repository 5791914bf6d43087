import Kernel
import Synchronization

/// A clock that stands still until it is moved.
final class StageClock: WallClock {
    private let moment = Mutex(Instant(milliseconds: 1_795_000_000_000))

    func now() -> Instant { moment.withLock { $0 } }

    func pass(minutes: Int64) {
        moment.withLock { $0 = $0.adding(minutes: minutes) }
    }
}
