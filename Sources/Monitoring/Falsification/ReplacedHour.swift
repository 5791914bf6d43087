public import Kernel

/// An hour of which another value was sent later.
public struct ReplacedHour: Sendable, Equatable {
    /// Start of the hour.
    public let hour: Instant
    /// What was sent before, converted first.
    public let before: DecimalNumber
    /// The frame it came in.
    public let beforeFrame: Digest256
    /// What stands now, converted first.
    public let after: DecimalNumber
    /// The frame it came in.
    public let afterFrame: Digest256
    /// When that was received.
    public let receivedAt: Instant
}
