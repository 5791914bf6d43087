/// Where a frame ends and what its CRC says, before its tail and its text are looked at. Places count from the head.
struct Finding: Sendable, Equatable {
    let head: FrameHead
    let segmentEnd: Int
    /// Behind the last byte of the CRC field, or of the stretch when there is none.
    let end: Int
    let crc: CRCVariant
    let deviations: [Deviation]
    /// Why the frame cannot be believed; nil when its CRC proves it.
    let fault: RejectionReason?
    /// False for a stretch that was given up before another frame: no tail of its own is looked for.
    let hasCRCField: Bool

    var segment: Range<Int> { head.segmentStart..<max(head.segmentStart, segmentEnd) }

    /// A segment with a CRC field behind it.
    init(head: FrameHead, segmentEnd: Int, field: CRCField, queue: ByteQueue, options: ScanOptions) {
        let segment = queue[head.segmentStart..<segmentEnd]
        let crc = CRCVariant.proving(field.value, over: segment)
        self.head = head
        self.segmentEnd = segmentEnd
        self.end = segmentEnd + field.digitCount
        self.crc = crc
        self.hasCRCField = true
        deviations = head.deviations + Self.lengthDeviations(head, segment) + field.deviations
        if options.accepts(crc) {
            fault = nil
        } else if crc.isForeign {
            fault = .foreignCRC(crc)
        } else {
            fault = .crcMismatch(received: field.value, computed: CRC16.hj212(segment))
        }
    }

    /// A stretch given up because nothing closes it.
    init(unclosed head: FrameHead, end: Int) {
        self.init(head: head, givenUpAt: end, fault: .noClosingMark(declaredLength: head.declaredLength))
    }

    /// A stretch given up because the stream ended, inside the declared length or behind it.
    init(atStreamEnd head: FrameHead, end: Int) {
        let isInside = end < head.segmentStart + head.declaredLength + 4
        self.init(
            head: head, givenUpAt: end,
            fault: isInside
                ? .streamEnded(declaredLength: head.declaredLength)
                : .noClosingMark(declaredLength: head.declaredLength))
    }

    private init(head: FrameHead, givenUpAt end: Int, fault: RejectionReason) {
        self.head = head
        self.segmentEnd = end
        self.end = end
        self.crc = .none
        self.deviations = head.deviations
        self.fault = fault
        self.hasCRCField = false
    }

    private static func lengthDeviations(_ head: FrameHead, _ segment: ArraySlice<UInt8>) -> [Deviation] {
        let long: [Deviation] = segment.count > FrameEncoder.segmentLengthMax ? [.longSegment] : []
        guard segment.count != head.declaredLength else { return long }
        let characterCount = segment.count { $0 & 0xC0 != 0x80 }
        return long + [characterCount == head.declaredLength ? .lengthInCharacters : .wrongLength]
    }
}

extension FrameHead {
    var deviations: [Deviation] { digitCount < 4 ? [.shortLengthField] : [] }
}
