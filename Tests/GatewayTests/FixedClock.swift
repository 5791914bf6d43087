import Kernel

/// A clock that shows one moment.
struct FixedClock: WallClock {
    static let noon = Instant(milliseconds: 1_795_000_000_000)

    func now() -> Instant { Self.noon }
}
