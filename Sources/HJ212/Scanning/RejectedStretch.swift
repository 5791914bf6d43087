/// A stretch of the stream that no frame could be proven from.
public struct RejectedStretch: Sendable, Equatable {
    /// Place of the first byte in the stream.
    public let offset: Int
    /// The bytes as received.
    public let bytes: [UInt8]
    /// Why nothing was accepted.
    public let reason: RejectionReason
    /// The variant that the CRC field proves, when a CRC field was found.
    public let crc: CRCVariant
    /// What the stretch would say if it were believed, when it has the shape of a frame. For people who look into
    /// the quarantine; never for storage or judgement.
    public let reading: Frame?
}
