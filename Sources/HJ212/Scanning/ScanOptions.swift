/// How a scanner treats what deviates from the standard.
public struct ScanOptions: Sendable, Equatable {
    /// Whether tolerated deviations are accepted and named, or quarantined.
    public enum Strictness: Sendable, Hashable {
        /// A frame is accepted when its CRC proves it; every tolerated deviation is named.
        case lenient
        /// Any deviation quarantines the frame.
        case strict
    }

    /// Which CRC fields count as proof.
    public enum AcceptedCRC: Sendable, Hashable {
        /// The check of the standard alone.
        case hj212Only
        /// Also Modbus and Modbus with swapped bytes.
        case any
    }

    /// When a frame is handed over, seen from its tail (CR LF). Either way any cutting of the stream gives the same
    /// events; only the place of the decision differs.
    public enum TailPolicy: Sendable, Hashable {
        /// At the last byte of the CRC. The tail never belongs to the frame: it is passed over in silence, now or
        /// later, and its absence is no deviation. For live lines, where a logger that sends no tail waits for its
        /// answer before it sends on.
        case prompt
        /// When the tail is there, or the next byte shows that there is none, or the stream ends. The tail belongs to
        /// the frame, and a missing or misshapen one is a deviation. For files, pipes and close looks.
        case awaited
    }

    /// What happens to frames that deviate.
    public var strictness: Strictness
    /// Which checks prove a frame.
    public var crc: AcceptedCRC
    /// Bytes; a longer declared length is not believed. The standard's own limit is 1024.
    public var segmentLengthMax: Int
    /// When a frame is handed over.
    public var tail: TailPolicy

    /// Options; a strict scanner always awaits the tail, because to it a frame without one is not complete.
    ///
    /// - Precondition: `segmentLengthMax` is 1 to 9999, what four digits can declare.
    public init(
        strictness: Strictness = .lenient,
        crc: AcceptedCRC = .hj212Only,
        segmentLengthMax: Int = 9999,
        tail: TailPolicy = .prompt
    ) {
        precondition((1...9999).contains(segmentLengthMax), "segmentLengthMax must be 1 to 9999 bytes")
        self.strictness = strictness
        self.crc = crc
        self.segmentLengthMax = segmentLengthMax
        self.tail = strictness == .strict ? .awaited : tail
    }

    /// Whether a frame proven by this variant may be accepted.
    func accepts(_ variant: CRCVariant) -> Bool {
        switch variant {
        case .hj212: true
        case .modbus, .modbusSwapped: crc == .any
        case .none: false
        }
    }
}
