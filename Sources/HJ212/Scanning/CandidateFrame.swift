/// A stretch with the shape of a frame, on its way to a verdict.
struct CandidateFrame {
    let finding: Finding
    /// Nil when the tail was not looked at.
    let tail: FrameTail?
    let offset: Int
    let bytes: [UInt8]

    /// Reads the text and judges the whole.
    func event(options: ScanOptions) -> ScanEvent {
        let reading = SegmentReading(bytes[finding.segment])
        let wireDeviations = finding.deviations + (tail?.deviation.map { [$0] } ?? [])
        let frame = Frame(
            offset: offset, bytes: bytes, crc: finding.crc, wireDeviations: wireDeviations, reading: reading)
        guard let fault = fault(of: frame, reading, options) else { return .accepted(frame) }
        return .quarantined(
            RejectedStretch(offset: offset, bytes: bytes, reason: fault, crc: finding.crc, reading: frame))
    }

    private func fault(of frame: Frame, _ reading: SegmentReading, _ options: ScanOptions) -> RejectionReason? {
        if let fault = finding.fault { return fault }
        if !reading.hasDataArea { return .noDataArea }
        let isFlawless = options.strictness == .lenient || frame.deviations.isEmpty
        return isFlawless ? nil : .deviations(frame.deviations)
    }
}
