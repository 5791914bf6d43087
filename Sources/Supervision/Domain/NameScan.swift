/// Reads the names (`/Type`) out of the bytes of a PDF, wherever they stand, with their `#xx` spelled out.
struct NameScan: Sendable, Equatable {
    private static let longest = 16

    /// The letters of the name being read; nil outside of one.
    private var letters: [UInt8]?

    /// Takes the next byte; gives back the name that ends before it.
    mutating func take(_ byte: UInt8) -> String? {
        let isRegular = !Self.delimiters.contains(byte)
        if isRegular, let known = letters {
            letters = known.count <= Self.longest * 3 ? known + [byte] : known
            return nil
        }
        defer { letters = byte == 0x2F ? [] : nil }
        return name
    }

    /// The name that the bytes taken so far end with.
    var name: String? {
        letters.flatMap { String(validating: Self.spelledOut($0), as: UTF8.self) }
    }

    /// White space and the delimiters of PDF (ISO 32000 7.2.2) end a name.
    private static let delimiters: Set<UInt8> = [
        0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25,
    ]

    private static func spelledOut(_ letters: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        var index = 0
        while index < letters.count {
            let digits = letters[(index + 1)...].prefix(2)
            if letters[index] == 0x23, digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                plain.append(value)
                index += 3
            } else {
                plain.append(letters[index])
                index += 1
            }
        }
        return plain
    }
}
