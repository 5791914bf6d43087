/// Finds the suffix that ends a key by its bytes, in any case, without making a text of them.
///
/// Open addressing over the spellings of `Suffix`, at most half full.
struct SuffixTable: Sendable {
    /// Bytes; no spelling is longer.
    static let lengthMax = 16

    static let shared = SuffixTable()

    private struct Entry {
        let spelling: Spelling
        let suffix: Suffix
    }

    /// Up to sixteen bytes in lower case.
    private struct Spelling: Equatable {
        var low: UInt64 = 0
        var high: UInt64 = 0

        mutating func add(_ byte: UInt8) {
            let isUpperCase = byte &- UInt8(ascii: "A") < 26
            high = high << 8 | low >> 56
            low = low << 8 | UInt64(isUpperCase ? byte | 0x20 : byte)
        }

        /// A place in a table of 256.
        var place: Int { Int(truncatingIfNeeded: ((low ^ high) &* 0x9E37_79B9_7F4A_7C15) >> 56) }
    }

    private var entries: [Entry?] = Array(repeating: nil, count: 256)

    private init() {
        for suffix in Suffix.allCases { add(suffix.rawValue, suffix) }
        add(Suffix.slipForRtd, .rtd)
        precondition(entries.count { $0 != nil } <= 128, "the table of suffixes must stay half empty")
    }

    private mutating func add(_ text: String, _ suffix: Suffix) {
        precondition(text.utf8.count <= Self.lengthMax, "a suffix has at most \(Self.lengthMax) letters")
        var spelling = Spelling()
        for byte in text.utf8 { spelling.add(byte) }
        var place = spelling.place
        while entries[place] != nil { place = (place + 1) & 0xFF }
        entries[place] = Entry(spelling: spelling, suffix: suffix)
    }

    /// The suffix spelled by these bytes, nil when there is none.
    func suffix(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Suffix? {
        guard range.count <= Self.lengthMax else { return nil }
        var spelling = Spelling()
        for place in range { spelling.add(bytes[place]) }
        var place = spelling.place
        while let entry = entries[place] {
            if entry.spelling == spelling { return entry.suffix }
            place = (place + 1) & 0xFF
        }
        return nil
    }
}
