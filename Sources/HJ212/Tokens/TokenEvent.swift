/// What a scanner found in the stream, canonical frames as tokens.
public enum TokenEvent: Sendable {
    /// A canonical frame whose CRC proves it.
    case canonical(FrameTokens)
    /// Anything else.
    case other(ScanEvent)
}
