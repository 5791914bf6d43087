/// Finds frames in a stream of bytes, however it is cut.
///
/// Frames are delimited by their declared length, never by searching CR LF. When the declared length proves wrong, the
/// next `&&` with four hexadecimal digits is tried and believed only if the CRC proves it. Whatever cannot be proven
/// comes out as a rejected stretch; no byte is lost except line ends between frames (lenient only). No input traps.
///
/// **Any cutting of the stream gives the same events**: each decision reads bytes in order and waits at the first one
/// that is missing, so it cannot see how they were delivered. `docs/method/hj212-framing.md` has the rules.
///
/// After `append`, call `next()` until it gives nil; then at most `segmentLengthMax` and some forty bytes remain.
public struct FrameScanner: Sendable {
    /// How deviations are treated.
    public var options: ScanOptions { terms.options }
    private let terms: ScanTerms
    private var queue = ByteQueue()
    private var state = State.seekingHead(scanned: 0)
    /// Off only where a test compares the glance with the careful path.
    var takesCanonicalFramesAtAGlance: Bool
    /// The tokens of the latest canonical frame.
    private var table = TokenTable()

    /// What the bytes at the front of the queue are.
    private enum State: Sendable {
        /// Not a frame; no head begins before `scanned`.
        case seekingHead(scanned: Int)
        /// A head; its declared end is awaited.
        case awaitingDeclaredEnd(FrameHead)
        /// A head whose declared length proved wrong. The finding is what to fall back to, if there is one.
        case searchingClosing(ClosingSearch, unproven: Finding?)
        /// A frame or stretch whose end is known but not its tail.
        case awaitingTail(Finding)
        /// Behind a frame that was handed over at its CRC: perhaps its tail.
        case passingTail
    }

    /// A scanner at the beginning of a stream.
    ///
    /// - Parameter keys: opens encrypted data areas (HJ 212-2025); without them such frames are rejected as locked.
    public init(options: ScanOptions = .init(), keys: (any AreaKeys)? = nil) {
        terms = ScanTerms(options: options, keys: keys)
        // To a strict scanner every deviation of the text counts, so it must look at each.
        takesCanonicalFramesAtAGlance = options.strictness == .lenient
    }

    /// Bytes received and not yet decided.
    public var bufferedCount: Int { queue.count }

    /// Takes the next bytes of the stream; contiguous storage is copied in one piece.
    public mutating func append(_ bytes: some Sequence<UInt8>) {
        let copied: Void? = bytes.withContiguousStorageIfAvailable { queue.append($0) }
        if copied == nil { queue.append(bytes) }
    }

    /// The next frame or rejected stretch; nil when more bytes are needed.
    public mutating func next() -> ScanEvent? {
        switch advance(streamEnded: false) {
        case .wait: nil
        case .event(let event): event
        case .canonical(let frame): .accepted(accepted(frame))
        }
    }

    /// The same as `next()`, with canonical frames as tokens: nothing is copied, and no memory is asked for.
    public mutating func nextTokens() -> TokenEvent? {
        switch advance(streamEnded: false) {
        case .wait:
            return nil
        case .event(let event):
            return .other(event)
        case .canonical(let frame):
            let offset = queue.droppedCount
            let bytes = queue[0..<frame.end]
            passOver(frame)
            return .canonical(FrameTokens(offset: offset, bytes: bytes, segment: frame.segment, table: table))
        }
    }

    /// Decides about everything that is left, as if no byte would follow.
    ///
    /// The scanner stays usable and its offsets go on, so that a line that fell silent can be settled by it too.
    public mutating func finish() -> [ScanEvent] {
        var events: [ScanEvent] = []
        while true {
            switch advance(streamEnded: true) {
            case .wait: return events
            case .event(let event): events.append(event)
            case .canonical(let frame): events.append(.accepted(accepted(frame)))
            }
        }
    }

    private enum Outcome {
        case wait
        case event(ScanEvent)
        /// A canonical frame stands at the front of the queue, its tokens in the table.
        case canonical(CanonicalExtent)
    }

    private mutating func advance(streamEnded: Bool) -> Outcome {
        while true {
            if let frame = canonicalFrame() { return .canonical(frame) }
            let step =
                switch state {
                case .seekingHead(let scanned): seekHead(from: scanned, streamEnded)
                case .awaitingDeclaredEnd(let head): readDeclaredEnd(head, streamEnded)
                case .searchingClosing(let search, let unproven): searchClosing(search, unproven, streamEnded)
                case .awaitingTail(let finding): readTail(finding, streamEnded)
                case .passingTail: passTail(streamEnded)
                }
            switch step {
            case .goOn: continue
            case .wait: return .wait
            case .event(let event): return .event(event)
            }
        }
    }

    private enum Step {
        case goOn
        case wait
        case event(ScanEvent)
    }

    // MARK: - Canonical frames

    private mutating func canonicalFrame() -> CanonicalExtent? {
        guard takesCanonicalFramesAtAGlance else { return nil }
        switch state {
        case .seekingHead(scanned: 0), .awaitingDeclaredEnd: return CanonicalExtent(in: queue, options, table: &table)
        case .seekingHead, .searchingClosing, .awaitingTail, .passingTail: return nil
        }
    }

    private mutating func accepted(_ extent: CanonicalExtent) -> Frame {
        let frame = Frame(
            offset: queue.droppedCount, bytes: Array(queue[0..<extent.end]), segment: extent.segment, crc: .hj212)
        passOver(extent)
        return frame
    }

    private mutating func passOver(_ extent: CanonicalExtent) {
        queue.drop(extent.end)
        switch options.tail {
        case .prompt: state = .passingTail
        case .awaited: state = .seekingHead(scanned: 0)
        }
    }

    // MARK: - One step per state

    private mutating func seekHead(from scanned: Int, _ streamEnded: Bool) -> Step {
        var place = scanned
        seek: while let byte = queue[place] {
            if byte == Byte.hash {
                switch FrameHead.sign(in: queue, at: place) {
                case .head(let head) where place == 0:
                    state = .awaitingDeclaredEnd(head)
                    return .goOn
                case .head: break seek
                case .undecided where !streamEnded: return giveUpNoise(before: place, orWait: true)
                case .undecided, .none: break
                }
            }
            place += 1
        }
        return giveUpNoise(before: place, orWait: place == queue.count && !streamEnded)
    }

    /// Hands over bytes that are no frame: in pieces of the greatest length, and the rest when its end is known.
    private mutating func giveUpNoise(before place: Int, orWait: Bool) -> Step {
        guard place >= noiseLengthMax || (place > 0 && !orWait) else {
            state = .seekingHead(scanned: place)
            return .wait
        }
        let length = min(place, noiseLengthMax)
        let bytes = Array(queue[0..<length])
        let offset = queue.droppedCount
        queue.drop(length)
        state = .seekingHead(scanned: place - length)
        if options.strictness == .lenient, bytes.allSatisfy(\.isLineEnd) { return .goOn }
        return .event(
            .quarantined(
                RejectedStretch(offset: offset, bytes: bytes, reason: .noFrameHead, crc: .none, reading: nil)))
    }

    private mutating func readDeclaredEnd(_ head: FrameHead, _ streamEnded: Bool) -> Step {
        switch DeclaredEnd.read(head, queue, terms, streamEnded: streamEnded) {
        case .undecided:
            return .wait
        case .found(let finding):
            return conclude(finding)
        case .unproven(let finding):
            let search = ClosingSearch(head: head, limit: finding.segmentEnd)
            state = .searchingClosing(search, unproven: finding)
        case .disproved:
            let search = ClosingSearch(head: head, limit: head.segmentStart + options.segmentLengthMax - 1)
            state = .searchingClosing(search, unproven: nil)
        }
        return .goOn
    }

    private mutating func searchClosing(_ from: ClosingSearch, _ unproven: Finding?, _ streamEnded: Bool) -> Step {
        var search = from
        switch search.run(queue, streamEnded: streamEnded) {
        case .undecided:
            state = .searchingClosing(search, unproven: unproven)
            return .wait
        case .closing(let segmentEnd, let field):
            let closing = Finding(
                head: search.head, segmentEnd: segmentEnd, field: field, queue: queue, terms: terms)
            return conclude(closing.isConclusive ? closing : unproven ?? closing)
        case .nextHead(let end):
            return conclude(unproven ?? Finding(unclosed: search.head, end: end))
        case .limit:
            return conclude(unproven ?? Finding(unclosed: search.head, end: search.limit))
        case .streamEnd:
            return conclude(unproven ?? Finding(atStreamEnd: search.head, end: queue.count))
        }
    }

    private mutating func conclude(_ finding: Finding) -> Step {
        guard finding.hasCRCField else { return .event(handOver(finding, tail: nil)) }
        switch options.tail {
        case .awaited:
            state = .awaitingTail(finding)
            return .goOn
        case .prompt:
            let event = handOver(finding, tail: nil)
            state = .passingTail
            return .event(event)
        }
    }

    private mutating func readTail(_ finding: Finding, _ streamEnded: Bool) -> Step {
        guard let tail = FrameTail.read(queue, at: finding.end, streamEnded: streamEnded) else { return .wait }
        return .event(handOver(finding, tail: tail))
    }

    private mutating func passTail(_ streamEnded: Bool) -> Step {
        guard let tail = FrameTail.read(queue, at: 0, streamEnded: streamEnded) else { return .wait }
        // A settled line may still send the tail that was not there when it fell silent.
        guard tail != .missing || queue.count > 0 else { return .wait }
        queue.drop(tail.length)
        state = .seekingHead(scanned: 0)
        return .goOn
    }

    private mutating func handOver(_ finding: Finding, tail: FrameTail?) -> ScanEvent {
        let length = finding.end + (tail?.length ?? 0)
        let offset = queue.droppedCount
        let candidate = CandidateFrame(
            finding: finding, tail: tail, offset: offset, bytes: Array(queue[0..<length]))
        queue.drop(length)
        state = .seekingHead(scanned: 0)
        return candidate.event(options: options)
    }

    /// Bytes; noise is handed over in pieces of this length, so that it cannot fill the memory.
    private var noiseLengthMax: Int { options.segmentLengthMax }
}
