/// Where the data area stands in a segment: between `CP=&&` and the last `&&`.
///
/// The last pair closes it, because a log text may carry a whole frame with pairs of its own.
struct DataArea: Equatable {
    /// Where `CP` begins: the header ends before it.
    let nameStart: Int
    let body: Range<Int>
    /// Behind the closing pair; nil when there is none.
    let closingEnd: Int?

    /// Bytes before `CP`; the standard's own fields need about a hundred.
    static let headerLengthMax = 512

    /// Nil when the segment has no `CP=&&`.
    init?(in segment: ArraySlice<UInt8>) {
        guard let opening = Self.opening(in: segment) else { return nil }
        let closing = Self.lastPair(in: segment[opening.upperBound...])
        nameStart = opening.lowerBound
        body = opening.upperBound..<(closing ?? segment.endIndex)
        closingEnd = closing.map { $0 + 2 }
    }

    /// Whether the segment ends with the closing pair of a data area, a few stray separators or blanks allowed.
    static func isClosed(_ segment: ArraySlice<UInt8>) -> Bool {
        var end = segment.endIndex
        while end > segment.startIndex, segment.endIndex - end < strayLengthMax, isStray(segment[end - 1]) { end -= 1 }
        guard segment[..<end].suffix(2).elementsEqual([Byte.ampersand, Byte.ampersand]) else { return false }
        return opening(in: segment[..<(end - 2)]) != nil
    }

    private static let strayLengthMax = 4

    private static func isStray(_ byte: UInt8) -> Bool { byte == Byte.semicolon || byte.isBlank }

    /// `CP=&&` with the blanks that some loggers put around the equals sign.
    private static func opening(in segment: ArraySlice<UInt8>) -> Range<Int>? {
        let starts = segment.indices.prefix(headerLengthMax)
        for place in starts where segment[place] == openingMarks[0] {
            if let end = openingEnd(in: segment[place...]) { return place..<end }
        }
        return nil
    }

    private static let openingMarks = Array("CP=&&".utf8)

    private static func openingEnd(in segment: ArraySlice<UInt8>) -> Int? {
        var matched = 0
        for place in segment.indices {
            let byte = segment[place]
            if byte == openingMarks[matched] {
                matched += 1
                if matched == openingMarks.count { return place + 1 }
            } else if !(byte.isBlank && (matched == 2 || matched == 3)) {
                return nil
            }
        }
        return nil
    }

    private static func lastPair(in segment: ArraySlice<UInt8>) -> Int? {
        var place = segment.endIndex - 2
        while place >= segment.startIndex {
            if segment[place] == Byte.ampersand, segment[place + 1] == Byte.ampersand { return place }
            place -= 1
        }
        return nil
    }
}
