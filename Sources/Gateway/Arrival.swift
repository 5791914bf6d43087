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

    /// The frame, or the one that a stretch would be if it were believed, read once for all who ask. To be trusted only
    /// of an arrival that was stored: whoever stores may believe a stretch, for example a device with a check (CRC) of
    /// its own.
    public let heard: HeardFrame?

    /// A frame.
    init(_ heard: HeardFrame, receivedAt: Instant, remote: String) {
        event = .accepted(heard.frame)
        self.heard = heard
        self.receivedAt = receivedAt
        self.remote = remote
    }

    /// An arrival.
    public init(event: ScanEvent, receivedAt: Instant, remote: String) {
        self.event = event
        heard =
            switch event {
            case .accepted(let frame): HeardFrame(frame)
            case .quarantined(let stretch): stretch.reading.map { HeardFrame($0) }
            }
        self.receivedAt = receivedAt
        self.remote = remote
    }
}
