/// The beginning of a frame: `##`, one to four length digits, and the name of a header field with its `=`.
///
/// The field name is asked for because `##` and digits alone also occur in noise and inside log texts, and a false head
/// would make the scanner wait for bytes that nobody sends.
struct FrameHead: Sendable, Equatable {
    let declaredLength: Int
    let digitCount: Int
    /// Where the data segment begins, counted from the first `#`.
    var segmentStart: Int { 2 + digitCount }

    /// What stands at a place of the queue.
    enum Sign: Equatable {
        case head(FrameHead)
        case none
        /// All bytes that are there fit, more are needed.
        case undecided
    }

    private static let fieldNames: [[UInt8]] =
        Header.canonicalNames.map { Array($0.utf8) } + [Array("CP".utf8)]

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
        return skipSeparators(in: queue, from: index) { fieldSign(in: queue, from: $0, head: head) }
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
        var candidates = fieldNames
        var length = 0
        while !candidates.isEmpty {
            guard let byte = queue[start + length] else { return .undecided }
            if byte == Byte.equals || byte.isBlank {
                return candidates.contains { $0.count == length }
                    ? equalsSign(in: queue, from: start + length, head)
                    : .none
            }
            candidates.removeAll { length >= $0.count || $0[length] != byte }
            length += 1
        }
        return .none
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
