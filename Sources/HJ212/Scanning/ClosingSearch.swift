/// The search for `&&` and four hexadecimal digits, done when the declared length proved wrong.
///
/// It reads in order and remembers its place, so a drip-fed stream costs no more than a whole one. The `&&` that opens
/// the data area is passed over; the head of another frame ends the search.
struct ClosingSearch: Sendable {
    let head: FrameHead
    /// The place (counted from the head) that the search must not reach.
    let limit: Int
    private var index: Int
    private var openingSeen = false

    enum Outcome: Equatable {
        /// The segment would end here, with its `&&`; four hexadecimal digits follow.
        case closing(segmentEnd: Int, CRCField)
        /// Another frame begins here.
        case nextHead(at: Int)
        /// Nothing closes the segment before the limit.
        case limit
        case streamEnd
        case undecided
    }

    init(head: FrameHead, limit: Int) {
        self.head = head
        self.limit = limit
        index = head.segmentStart
    }

    mutating func run(_ queue: ByteQueue, streamEnded: Bool) -> Outcome {
        while index < limit {
            guard let byte = queue[index] else { return streamEnded ? .streamEnd : .undecided }
            switch byte {
            case Byte.hash:
                switch FrameHead.sign(in: queue, at: index) {
                case .head: return .nextHead(at: index)
                case .undecided where !streamEnded: return .undecided
                case .undecided, .none: index += 1
                }
            case Byte.ampersand:
                guard let outcome = closing(queue, streamEnded: streamEnded) else { continue }
                return outcome
            default:
                index += 1
            }
        }
        return .limit
    }

    /// Looks at an ampersand; nil when the search goes on, with the place moved.
    private mutating func closing(_ queue: ByteQueue, streamEnded: Bool) -> Outcome? {
        guard let second = queue[index + 1] else {
            index += streamEnded ? 1 : 0
            return streamEnded ? nil : .undecided
        }
        guard second == Byte.ampersand else {
            index += 1
            return nil
        }
        if !openingSeen, opensDataArea(queue) {
            openingSeen = true
            index += 2
            return nil
        }
        switch CRCField.sign(in: queue, at: index + 2) {
        case .field(let field) where field.digitCount == 4:
            return .closing(segmentEnd: index + 2, field)
        case .undecided where !streamEnded:
            return .undecided
        case .field, .none, .undecided:
            index += 1
            return nil
        }
    }

    /// Whether `CP=` stands before the ampersands, blanks allowed.
    private func opensDataArea(_ queue: ByteQueue) -> Bool {
        let before = queue[head.segmentStart..<index].reversed().lazy.filter { !$0.isBlank }
        return before.prefix(3).elementsEqual("=PC".utf8)
    }
}
