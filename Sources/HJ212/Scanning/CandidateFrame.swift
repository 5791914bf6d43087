/// A stretch with the shape of a frame, on its way to a verdict.
struct CandidateFrame {
    let finding: Finding
    /// Nil when the tail was not looked at.
    let tail: FrameTail?
    let offset: Int
    let bytes: [UInt8]

    /// Judges the whole.
    func event(options: ScanOptions) -> ScanEvent {
        let (clearBytes, segment) = clearForm
        let frame = Frame(
            offset: offset, bytes: clearBytes, segment: segment, crc: finding.crc, encryption: finding.encryption,
            receivedLength: bytes.count,
            wireDeviations: finding.deviations + (tail?.deviation.map { [$0] } ?? []))
        guard let fault = fault(of: frame, options) else { return .accepted(frame) }
        return .quarantined(
            RejectedStretch(offset: offset, bytes: bytes, reason: fault, crc: finding.crc, reading: frame))
    }

    private func fault(of frame: Frame, _ options: ScanOptions) -> RejectionReason? {
        if let fault = finding.fault { return fault }
        if DataArea(in: frame.bytes[frame.segment]) == nil { return .noDataArea }
        guard options.strictness == .strict else { return nil }
        let deviations = frame.deviations
        return deviations.isEmpty ? nil : .deviations(deviations)
    }

    /// The bytes of the clear frame and the place of its segment: those received, unless an area was opened. Where the
    /// declared length was that of a printed area, the clear frame declares its own.
    private var clearForm: ([UInt8], Range<Int>) {
        guard let clear = finding.clearSegment else { return (bytes, finding.segment) }
        let declaresSent = finding.head.declaredLength == finding.segment.count && clear.count != finding.segment.count
        let head =
            declaresSent
            ? Array("##\(String(clear.count, digits: 4))".utf8) : Array(bytes[..<finding.head.segmentStart])
        return (head + clear + bytes[finding.segmentEnd...], head.count..<head.count + clear.count)
    }
}
