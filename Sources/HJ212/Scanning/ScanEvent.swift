/// What a scanner found in the stream.
public enum ScanEvent: Sendable, Equatable {
    /// A frame whose CRC proves it.
    case accepted(Frame)
    /// Bytes that are not to be believed, with the reason.
    case quarantined(RejectedStretch)
}
