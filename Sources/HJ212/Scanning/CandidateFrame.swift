/// A stretch with the shape of a frame, on its way to a verdict.
struct CandidateFrame {
    let finding: Finding
    /// Nil when the tail was not looked at.
    let tail: FrameTail?
    let offset: Int
    let bytes: [UInt8]

    /// Judges the whole.
    func event(options: ScanOptions) -> ScanEvent {
        let frame = Frame(
            offset: offset, bytes: bytes, segment: finding.segment, crc: finding.crc,
            wireDeviations: finding.deviations + (tail?.deviation.map { [$0] } ?? []))
        guard let fault = fault(of: frame, options) else { return .accepted(frame) }
        return .quarantined(
            RejectedStretch(offset: offset, bytes: bytes, reason: fault, crc: finding.crc, reading: frame))
    }

    private func fault(of frame: Frame, _ options: ScanOptions) -> RejectionReason? {
        if let fault = finding.fault { return fault }
        if DataArea(in: bytes[finding.segment]) == nil { return .noDataArea }
        guard options.strictness == .strict else { return nil }
        let deviations = frame.deviations
        return deviations.isEmpty ? nil : .deviations(deviations)
    }
}
