/// What stands where the declared length says that the segment ends.
///
/// The cheap looks come first: a hostile stream of false heads must not buy a CRC over thousands of bytes with each.
/// Whenever a CRC is computed here, the bytes it covers are used up or no other head lies among them, so the work stays
/// proportional to the stream.
enum DeclaredEnd: Sendable, Equatable {
    /// More bytes are needed to tell.
    case undecided
    /// A frame ends here.
    case found(Finding)
    /// `&&` and hexadecimal digits stand here, but no check gives their value: damaged, or the length lies.
    case unproven(Finding)
    /// No frame ends here.
    case disproved

    static func read(_ head: FrameHead, _ queue: ByteQueue, _ terms: ScanTerms, streamEnded: Bool) -> DeclaredEnd {
        let segmentEnd = head.segmentStart + head.declaredLength
        guard head.declaredLength <= terms.options.segmentLengthMax else { return .disproved }
        let field: CRCField
        switch CRCField.sign(in: queue, at: segmentEnd) {
        case .field(let found): field = found
        case .none: return .disproved
        case .undecided: return streamEnded ? .disproved : .undecided
        }
        func finding() -> Finding {
            Finding(head: head, segmentEnd: segmentEnd, field: field, queue: queue, terms: terms)
        }
        if DataArea.isClosed(queue[head.segmentStart..<segmentEnd]) {
            let finding = finding()
            return finding.isConclusive ? .found(finding) : .unproven(finding)
        }
        // Without && the CRC alone would be right by chance once in 256 wrong lengths: what follows must agree too.
        switch (queue[segmentEnd + field.digitCount], streamEnded) {
        case (nil, false): return .undecided
        case (nil, true): break
        case (let next?, _): guard next.isLineEnd || next == Byte.hash else { return .disproved }
        }
        switch otherHead(in: queue, head.segmentStart..<segmentEnd, streamEnded: streamEnded) {
        case .head: return .disproved
        case .undecided: return .undecided
        case .none: break
        }
        let finding = finding()
        return finding.isConclusive ? .found(finding) : .disproved
    }

    private static func otherHead(in queue: ByteQueue, _ places: Range<Int>, streamEnded: Bool) -> FrameHead.Sign {
        for place in places where queue[place] == Byte.hash {
            switch FrameHead.sign(in: queue, at: place) {
            case .head(let head): return .head(head)
            case .undecided where !streamEnded: return .undecided
            case .undecided, .none: continue
            }
        }
        return .none
    }
}
