public import HJ212
public import Kernel

/// A stored frame as the gateway hands it on: its password was right.
public struct ObservedFrame: Sendable {
    /// The frame, read once for all who ask.
    let heard: HeardFrame
    /// When it came.
    public let receivedAt: Instant

    /// The frame.
    var frame: Frame { heard.frame }

    /// A stored frame.
    public init(_ heard: HeardFrame, receivedAt: Instant) {
        self.heard = heard
        self.receivedAt = receivedAt
    }
}
