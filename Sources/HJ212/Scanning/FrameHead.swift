/// The beginning of a frame: `##`, one to four length digits, and the name of a header field with its `=`.
///
/// The field name is asked for because `##` and digits alone also occur in noise and inside log texts, and a false head
/// would make the scanner wait for bytes that nobody sends.
struct FrameHead: Sendable, Equatable {
    let declaredLength: Int
    let digitCount: Int
    /// Whether a vendor's unit number of four digits stands before the length.
    var hasUnitNumber = false
    /// Where the data segment begins, counted from the first `#`.
    var segmentStart: Int { 2 + (hasUnitNumber ? 4 : 0) + digitCount }

    /// What stands at a place of the queue.
    enum Sign: Equatable {
        case head(FrameHead)
        case none
        /// All bytes that are there fit, more are needed.
        case undecided
    }

    /// The header names and `CP`, their bytes packed into numbers.
    private static let names = Set((Header.canonicalNames + ["CP"]).map { packed($0.utf8) })
    /// Everything a name may begin with, itself included.
    private static let prefixes = Set(
        (Header.canonicalNames + ["CP"]).flatMap { name in (1...name.utf8.count).map { packed(name.utf8.prefix($0)) } })

    private static func packed(_ bytes: some Sequence<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Reads in order and stops at the first byte that decides.
    static func sign(in queue: ByteQueue, at place: Int) -> Sign {
        for index in place..<place + 2 {
            guard let byte = queue[index] else { return .undecided }
            guard byte == Byte.hash else { return .none }
        }
        var index = place + 2
        var length = 0
        while index < place + 6 {
            guard let byte = queue[index] else { return .undecided }
            guard let digit = byte.decimalDigit else { break }
            length = length * 10 + digit
            index += 1
        }
        let head = FrameHead(declaredLength: length, digitCount: index - place - 2)
        guard head.digitCount > 0 else { return .none }
        if head.digitCount == 4 {
            switch lengthBehindUnitNumber(in: queue, at: index) {
            case .undecided: return .undecided
            case .head(let head): return fieldSign(in: queue, from: place + head.segmentStart, head: head)
            case .none: break
            }
        }
        return skipSeparators(in: queue, from: index) { fieldSign(in: queue, from: $0, head: head) }
    }

    /// Four more digits behind four: the first were a vendor's unit number. With eight digits and the name of a field
    /// this is no less sure than the usual head.
    private static func lengthBehindUnitNumber(in queue: ByteQueue, at start: Int) -> Sign {
        var length = 0
        for index in start..<start + 4 {
            guard let byte = queue[index] else { return index == start ? .none : .undecided }
            guard let digit = byte.decimalDigit else { return .none }
            length = length * 10 + digit
        }
        return .head(FrameHead(declaredLength: length, digitCount: 4, hasUnitNumber: true))
    }

    /// Passes over up to two blanks or semicolons, which some loggers put behind the length.
    private static func skipSeparators(in queue: ByteQueue, from start: Int, then read: (Int) -> Sign) -> Sign {
        var index = start
        while index < start + 2 {
            guard let byte = queue[index] else { return .undecided }
            guard byte.isBlank || byte == Byte.semicolon else { break }
            index += 1
        }
        return read(index)
    }

    private static func fieldSign(in queue: ByteQueue, from start: Int, head: FrameHead) -> Sign {
        var place = start
        var name: UInt32 = 0
        while let byte = queue[place] {
            if byte == Byte.equals || byte.isBlank {
                return names.contains(name) ? equalsSign(in: queue, from: place, head) : .none
            }
            name = name << 8 | UInt32(byte)
            // A prefix has at most four letters, so nothing is shifted out before it is found wanting.
            guard prefixes.contains(name) else { return .none }
            place += 1
        }
        return .undecided
    }

    private static func equalsSign(in queue: ByteQueue, from start: Int, _ head: FrameHead) -> Sign {
        for index in start..<start + 2 {
            guard let byte = queue[index] else { return .undecided }
            if byte == Byte.equals { return .head(head) }
            guard byte.isBlank else { return .none }
        }
        return .none
    }
}
