/// The places of all fields and items of one canonical frame, in memory that is used again for the next.
///
/// *Canonical* here is a matter of structure: known header fields, each once, each ended by `;`; `CP=&&`; items
/// `key=value` of printable ASCII without blanks and `&`, one separator between two; the closing `&&` and nothing behind
/// it. Whatever else occurs is left to `SegmentReading`, which reads anything; for canonical segments both say the same.
struct TokenTable: Sendable {
    /// Bytes; a longer segment is not read here.
    static let segmentLengthMax = FrameEncoder.segmentLengthMax

    /// The header fields in their order.
    private(set) var fields: [FieldToken] = []
    /// The items in their order.
    private(set) var items: [ItemToken] = []

    /// Reads a segment; false when it is not canonical, and then the tables hold nothing of use.
    ///
    /// - Parameter frame: the bytes from the first `#`.
    mutating func read(_ frame: UnsafeBufferPointer<UInt8>, segment: Range<Int>) -> Bool {
        fields.removeAll(keepingCapacity: true)
        items.removeAll(keepingCapacity: true)
        // The loops below stop at `&`, so they need no other guard against running out of the segment.
        guard (9...Self.segmentLengthMax).contains(segment.count), segment.upperBound <= frame.count,
            frame[segment.upperBound - 2] == Byte.ampersand, frame[segment.upperBound - 1] == Byte.ampersand
        else { return false }
        return ByteClass.table.withUnsafeBufferPointer { classes in
            guard let areaStart = readHeader(frame, segment, classes) else { return false }
            return readArea(frame, areaStart..<segment.upperBound - 2, classes)
        }
    }

    /// Gives the place behind `CP=&&`; nil when the header is not canonical.
    private mutating func readHeader(
        _ frame: UnsafeBufferPointer<UInt8>, _ segment: Range<Int>, _ classes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        var place = segment.lowerBound
        while place - segment.lowerBound < DataArea.headerLengthMax {
            let nameStart = place
            var packed: UInt32 = 0
            while classes[Int(frame[place])] == ByteClass.plain, place - nameStart < 4 {
                packed = packed << 8 | UInt32(frame[place])
                place += 1
            }
            guard frame[place] == Byte.equals else { return nil }
            place += 1
            if packed == Self.areaName { return areaStart(frame, at: place, before: segment.upperBound - 2) }
            guard let name = HeaderName(packed: packed), value(of: name) == nil else { return nil }
            let valueStart = place
            while classes[Int(frame[place])] <= ByteClass.equals { place += 1 }
            guard frame[place] == Byte.semicolon else { return nil }
            fields.append(FieldToken(name, value: valueStart..<place))
            place += 1
        }
        return nil
    }

    /// The value of a header field, nil when there is none of this name.
    func value(of name: HeaderName) -> Range<Int>? {
        // By place: without optimisation an iterator over elements asks for memory.
        for place in fields.indices where fields[place].name == name { return fields[place].value }
        return nil
    }

    /// `CP`, packed as in `HeaderName`.
    private static let areaName: UInt32 = 0x4350

    private func areaStart(_ frame: UnsafeBufferPointer<UInt8>, at place: Int, before end: Int) -> Int? {
        guard !fields.isEmpty, place + 2 <= end, frame[place] == Byte.ampersand, frame[place + 1] == Byte.ampersand
        else { return nil }
        return place + 2
    }

    private mutating func readArea(
        _ frame: UnsafeBufferPointer<UInt8>, _ area: Range<Int>, _ classes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard !area.isEmpty else { return true }
        var place = area.lowerBound
        var group = 0
        while true {
            let start = place
            var hyphen = 0
            while true {
                let byteClass = classes[Int(frame[place])]
                guard byteClass <= ByteClass.hyphen else { break }
                if byteClass == ByteClass.hyphen { hyphen = place }
                place += 1
            }
            let key = start..<place
            guard frame[place] == Byte.equals, !key.isEmpty else { return false }
            place += 1
            // A log text, `//…//`, may hold anything.
            if frame[place] == Byte.slash, frame[place + 1] == Byte.slash { return false }
            while classes[Int(frame[place])] <= ByteClass.equals { place += 1 }
            let suffix =
                hyphen > start ? SuffixTable.shared.suffix(frame, hyphen + 1..<key.upperBound) : nil
            items.append(
                ItemToken(
                    key: key, factorEnd: suffix == nil ? key.upperBound : hyphen, valueEnd: place, suffix: suffix,
                    group: group))
            if place == area.upperBound { return true }
            switch frame[place] {
            case Byte.semicolon: group += 1
            case Byte.comma: break
            default: return false
            }
            place += 1
        }
    }
}
