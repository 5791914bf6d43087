public import HJ212
public import Kernel

/// What came over the wire and waits to become durable.
public struct FrameArrival: Sendable {
    /// A frame, or a stretch that no frame could be proven from.
    public let event: ScanEvent
    /// When it came.
    public let receivedAt: Instant
    /// The address it came from.
    public let remote: String

    /// Something that came over the wire.
    public init(event: ScanEvent, receivedAt: Instant, remote: String) {
        self.event = event
        self.receivedAt = receivedAt
        self.remote = remote
    }
}

/// What became of an arrival, once it is durable.
public enum FrameVerdict: Sendable, Equatable {
    /// Stored.
    case stored
    /// The same bytes were stored before.
    case alreadyStored
    /// Set aside with a reason; never judged.
    case quarantined(reason: String)
}
