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
        case .none: return rawEnd(head, segmentEnd, queue, terms, streamEnded: streamEnded)
        case .undecided:
            return streamEnded ? rawEnd(head, segmentEnd, queue, terms, streamEnded: true) : .undecided
        }
        func finding() -> Finding {
            Finding(head: head, segmentEnd: segmentEnd, field: field, queue: queue, terms: terms)
        }
        if DataArea.isClosed(queue[head.segmentStart..<segmentEnd]) {
            let finding = finding()
            if finding.isConclusive { return .found(finding) }
            // Two raw bytes may look like one or two digits before the end of a line.
            let raw =
                field.digitCount < 4 ? rawEnd(head, segmentEnd, queue, terms, streamEnded: streamEnded) : .disproved
            return raw == .disproved ? .unproven(finding) : raw
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

    /// A frame whose check is two raw bytes: only at the declared length, behind the closing `&&`, with the right
    /// value, and without another head inside, so that the check over a segment is computed once for its bytes.
    private static func rawEnd(
        _ head: FrameHead, _ segmentEnd: Int, _ queue: ByteQueue, _ terms: ScanTerms, streamEnded: Bool
    ) -> DeclaredEnd {
        guard segmentEnd <= queue.count else { return streamEnded ? .disproved : .undecided }
        let segment = queue[head.segmentStart..<segmentEnd]
        guard segment.suffix(2).elementsEqual("&&".utf8), DataArea.isClosed(segment) else { return .disproved }
        switch otherHead(in: queue, head.segmentStart..<segmentEnd, streamEnded: streamEnded) {
        case .head: return .disproved
        case .undecided: return .undecided
        case .none: break
        }
        switch CRCField.rawSign(in: queue, at: segmentEnd, over: segment) {
        case .none: return .disproved
        case .undecided: return streamEnded ? .disproved : .undecided
        case .field(let field):
            let finding = Finding(head: head, segmentEnd: segmentEnd, field: field, queue: queue, terms: terms)
            return finding.isConclusive ? .found(finding) : .disproved
        }
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
