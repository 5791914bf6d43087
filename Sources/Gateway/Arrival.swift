public import HJ212
public import Kernel

/// What came in on one line at one moment: a frame, or a stretch of bytes that no frame could be proven from.
public struct Arrival: Sendable, Equatable {
    /// The frame or the rejected stretch, with its raw bytes as evidence.
    public let event: ScanEvent
    /// When the read that completed it returned.
    public let receivedAt: Instant
    /// Address and port of the sender, such as `192.0.2.7:51000`; behind a carrier's gateway that is the gateway.
    public let remote: String

    /// An arrival.
    public init(event: ScanEvent, receivedAt: Instant, remote: String) {
        self.event = event
        self.receivedAt = receivedAt
        self.remote = remote
    }
}
