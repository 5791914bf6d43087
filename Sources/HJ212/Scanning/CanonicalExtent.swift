/// The extent of a canonical frame at the front of the queue: what the scanner sees at a glance, and hands over at once.
///
/// Everything asked for here is asked for by the careful path too, and more: four length digits, a known field name,
/// `&&` and four upper-case digits at the declared end, the right CRC, a canonical segment, and CR LF where the tail is
/// awaited. So the careful path would accept the same bytes with the same words; what fails here, it judges.
struct CanonicalExtent: Equatable {
    let segment: Range<Int>
    /// Behind the CRC, and behind the tail when it is awaited.
    let end: Int

    private static let segmentStart = 6

    /// Nil when the queue does not begin with a whole canonical frame; then the table holds nothing of use.
    init?(in queue: ByteQueue, _ options: ScanOptions, table: inout TokenTable) {
        let found = queue.withBytes { bytes -> Range<Int>? in
            guard let segment = Self.segment(of: bytes, options), Self.hasProof(bytes, segment),
                table.read(bytes, segment: segment)
            else { return nil }
            return segment
        }
        guard let found else { return nil }
        segment = found
        end = found.upperBound + (options.tail == .awaited ? 6 : 4)
    }

    /// The declared segment, when the head is canonical and all bytes are there.
    private static func segment(of bytes: UnsafeBufferPointer<UInt8>, _ options: ScanOptions) -> Range<Int>? {
        guard bytes.count > segmentStart, bytes[0] == Byte.hash, bytes[1] == Byte.hash else { return nil }
        var length = 0
        for place in 2..<segmentStart {
            let digit = Int(bytes[place]) - 0x30
            guard (0...9).contains(digit) else { return nil }
            length = length * 10 + digit
        }
        let end = segmentStart + length
        guard length <= min(TokenTable.segmentLengthMax, options.segmentLengthMax) else { return nil }
        switch options.tail {
        case .prompt:
            guard bytes.count >= end + 4 else { return nil }
        case .awaited:
            guard bytes.count >= end + 6, bytes[end + 4] == Byte.carriageReturn, bytes[end + 5] == Byte.lineFeed
            else { return nil }
        }
        return segmentStart..<end
    }

    /// Whether the four upper-case digits behind the segment are its CRC.
    private static func hasProof(_ bytes: UnsafeBufferPointer<UInt8>, _ segment: Range<Int>) -> Bool {
        // The cheap look first, as in `DeclaredEnd`.
        guard bytes[segment.upperBound - 1] == Byte.ampersand else { return false }
        var value: UInt16 = 0
        for place in segment.upperBound..<segment.upperBound + 4 {
            guard let digit = bytes[place].hexDigit, bytes[place] < UInt8(ascii: "a") else { return false }
            value = value << 4 | digit
        }
        return CRC16.hj212(of: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[segment])) == value
    }
}
