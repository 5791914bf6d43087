public import Kernel

/// One version in which a mean was sent.
public struct SentMean: Sendable, Equatable {
    /// What is judged: the device-converted value first; nil where the frame holds none (`NF`, `-999`).
    public let value: DecimalNumber?
    /// As measured, where the value is converted from it; nil elsewhere.
    public let measured: DecimalNumber?
    /// The data mark as sent; nil when there was none.
    public let mark: String?
    /// The data time of its frame: of a day's, anywhere in the day.
    public let dataTime: Instant
    /// The frame it came in.
    public let frame: Digest256
    /// When that was received.
    public let receivedAt: Instant
}
