/// Reads the names (`/Type`) out of the bytes of a PDF, wherever they stand, with their `#xx` spelled out, and tells of
/// those that are looked for.
///
/// A file of 20 MB has as many bytes that may each begin a name, so nothing is laid down for a name that nobody looks
/// for: its letters are two words, compared when it ends.
struct NameScan: Sendable, Equatable {
    /// The letters of a name: up to sixteen of them, the last one lowest.
    private struct Letters: Hashable {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var count = 0

        mutating func append(_ letter: UInt8) {
            high = high << 8 | low >> 56
            low = low << 8 | UInt64(letter)
            count += 1
        }
    }

    /// Where the escape of a letter stands.
    private enum Escape: Equatable {
        case none
        case begun
        case half(UInt8)
    }

    /// The names that are looked for: those that act, and those that tell what a stream is.
    private static let wanted: [Letters: String] = Dictionary(
        EvidenceScan.activeNames.union(StreamScan.telling).union(["Encrypt"]).map { name in
            precondition(name.utf8.count <= 16, "a name that is looked for has at most sixteen letters")
            var letters = Letters()
            for letter in name.utf8 { letters.append(letter) }
            return (letters, name)
        }, uniquingKeysWith: { first, _ in first })
    /// The first letters of those, as bits from `@` on: most names are none of them.
    private static let initials = wanted.values.compactMap(\.utf8.first).reduce(UInt64(0)) { $0 | 1 << ($1 & 0x3F) }
    /// White space and the delimiters of PDF (ISO 32000 7.2.2) end a name: a bit for each of the first 128 bytes.
    private static let delimiters: (low: UInt64, high: UInt64) = {
        var bits: (low: UInt64, high: UInt64) = (0, 0)
        for byte in [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20] + Array("()<>[]{}/%".utf8) as [UInt8] {
            if byte < 64 { bits.low |= 1 << byte } else { bits.high |= 1 << (byte - 64) }
        }
        return bits
    }()

    /// Whether the name being read may still be one that is looked for.
    private var isOpen = false
    private var escape = Escape.none
    private var letters = Letters()

    /// Takes the next byte; gives back the name that ends before it, when it is looked for.
    mutating func take(_ byte: UInt8) -> String? {
        guard Self.isDelimiter(byte) else {
            if isOpen { read(byte) }
            return nil
        }
        defer {
            isOpen = byte == 0x2F
            if isOpen { (escape, letters) = (.none, Letters()) }
        }
        return name
    }

    /// The name that the bytes taken so far end with, when it is looked for.
    var name: String? {
        isOpen && escape == .none && letters.count > 0 ? Self.wanted[letters] : nil
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        if byte < 64 { return delimiters.low >> byte & 1 == 1 }
        return byte < 128 && delimiters.high >> (byte - 64) & 1 == 1
    }

    /// Reads a letter or a part of one. No name that is looked for holds a `#` of its own.
    private mutating func read(_ byte: UInt8) {
        switch escape {
        case .none where byte == 0x23: escape = .begun
        case .none: append(byte)
        case .begun:
            if let digit = Self.digit(byte) { escape = .half(digit) } else { isOpen = false }
        case .half(let first):
            escape = .none
            if let digit = Self.digit(byte) { append(first << 4 | digit) } else { isOpen = false }
        }
    }

    private mutating func append(_ letter: UInt8) {
        let isInitial = letter & 0xC0 == 0x40 && Self.initials >> (letter & 0x3F) & 1 == 1
        isOpen = letters.count == 0 ? isInitial : letters.count < 16
        letters.append(letter)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        // Every other byte is no digit.
        default: nil
        }
    }
}
