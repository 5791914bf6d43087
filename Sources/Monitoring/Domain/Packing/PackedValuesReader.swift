/// Reads back what `PackedValues` wrote. Whatever the bytes are, reading never goes past their end.
struct PackedValuesReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { place == bytes.count }

    /// The next number; nil when there is none that 64 bits hold.
    mutating func number() -> UInt64? {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard place < bytes.count else { return nil }
            let byte = bytes[place]
            place += 1
            guard shift < 63 || byte <= 1 else { return nil }
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
        }
        return nil
    }

    mutating func text(_ count: UInt64) -> ArraySlice<UInt8>? {
        guard count <= UInt64(bytes.count - place) else { return nil }
        let text = bytes[place..<(place + Int(count))]
        place = text.endIndex
        return text
    }
}
