public import HJ212
public import Kernel

/// A stored frame as the gateway hands it on: its password was right.
public struct ObservedFrame: Sendable {
    /// The frame.
    public let frame: Frame
    /// When it came.
    public let receivedAt: Instant

    /// A stored frame.
    public init(frame: Frame, receivedAt: Instant) {
        self.frame = frame
        self.receivedAt = receivedAt
    }
}
