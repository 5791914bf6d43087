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
    /// The clear segment, when keys opened an encrypted one.
    let clearSegment: [UInt8]?
    let encryption: AreaEncryption

    var segment: Range<Int> { head.segmentStart..<max(head.segmentStart, segmentEnd) }

    /// Whether there is nothing better to look for: a check proves the frame, or its area is locked.
    var isConclusive: Bool { crc != .none || encryption == .locked }

    /// A segment with a CRC field behind it.
    init(head: FrameHead, segmentEnd: Int, field: CRCField, queue: ByteQueue, terms: ScanTerms) {
        let segment = queue[head.segmentStart..<segmentEnd]
        let plain = CRCVariant.proving(field.value, over: segment)
        self.head = head
        self.segmentEnd = segmentEnd
        self.end = segmentEnd + field.length
        self.hasCRCField = true
        let lengths: [Int]
        let judged: RejectionReason?
        switch AreaOpening(segment, field: field, crc: plain, keys: terms.keys) {
        case .clear:
            (crc, clearSegment, encryption) = (plain, nil, .none)
            (judged, lengths) = (Self.fault(plain, field, segment, terms.options), [segment.count])
        case .opened(let clear, let proof, let opened):
            (crc, clearSegment, encryption) = (proof, clear, opened)
            (judged, lengths) = (Self.fault(proof, field, clear[...], terms.options), [segment.count, clear.count])
        case .locked(let keyCount):
            (crc, clearSegment, encryption) = (.none, nil, .locked)
            (judged, lengths) = (.encryptedUnknownKey(keyCount: keyCount), [segment.count])
        }
        // A head that the standard does not know must at least tell the truth.
        let isLying = head.hasUnitNumber && !lengths.contains(head.declaredLength)
        fault = isLying ? judged ?? .noClosingMark(declaredLength: head.declaredLength) : judged
        deviations =
            head.deviations + Self.lengthDeviations(head, clearSegment?[...] ?? segment, right: lengths)
            + field.deviations
    }

    private static func fault(
        _ crc: CRCVariant, _ field: CRCField, _ segment: ArraySlice<UInt8>, _ options: ScanOptions
    ) -> RejectionReason? {
        if options.accepts(crc) { return nil }
        if crc.isForeign { return .foreignCRC(crc) }
        return .crcMismatch(received: field.value, computed: CRC16.hj212(segment))
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
        self.clearSegment = nil
        self.encryption = .none
    }

    /// - Parameter lengths: what the head may rightly declare: bytes sent, and those of the clear segment.
    private static func lengthDeviations(
        _ head: FrameHead, _ segment: ArraySlice<UInt8>, right lengths: [Int]
    ) -> [Deviation] {
        let long: [Deviation] = segment.count > FrameEncoder.segmentLengthMax ? [.longSegment] : []
        guard !lengths.contains(head.declaredLength) else { return long }
        let characterCount = segment.count { $0 & 0xC0 != 0x80 }
        return long + [characterCount == head.declaredLength ? .lengthInCharacters : .wrongLength]
    }
}

extension FrameHead {
    var deviations: [Deviation] { hasUnitNumber ? [.vendorHeader] : digitCount < 4 ? [.shortLengthField] : [] }
}
