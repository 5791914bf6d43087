import Foundation
public import Kernel

/// The computer's clock.
public struct SystemClock: WallClock {
    /// The computer's clock.
    public init() {}

    public func now() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    }
}

/// The operating system's entropy.
public struct SystemEntropy: EntropySource {
    /// The operating system's entropy.
    public init() {}

    public func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
