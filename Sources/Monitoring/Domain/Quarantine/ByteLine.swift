/// Sixteen bytes as people read them: place, hexadecimal digits, characters. Passwords and keys are covered: a page is
/// no place to learn them.
struct ByteLine: Sendable, Equatable {
    /// Place of the first byte, four hexadecimal digits.
    let offset: String
    /// Two digits a byte; `**` where covered.
    let hex: String
    /// Printable ASCII as it is, CR, LF, TAB and NUL as ← ↓ → ∅, everything else as a middle dot.
    let text: String

    static let width = 16

    static func lines(of bytes: [UInt8]) -> [ByteLine] {
        let covered = coveredPlaces(in: bytes)
        return stride(from: 0, to: bytes.count, by: width).map { start in
            let places = start..<min(start + width, bytes.count)
            return ByteLine(
                offset: digits(start, count: 4),
                hex: places.map { covered.contains($0) ? "**" : digits(Int(bytes[$0]), count: 2) }
                    .joined(separator: " "),
                text: String(places.map { covered.contains($0) ? "*" : picture(of: bytes[$0]) }))
        }
    }

    /// The places of what stands behind a name that ends in `PW` or `SK` (password, SM4 key) and `=`.
    static func coveredPlaces(in bytes: [UInt8]) -> Set<Int> {
        var covered: Set<Int> = []
        for start in bytes.indices.dropLast(2) where isSecretName(bytes[start], bytes[start + 1]) {
            var place = start + 2
            while place < bytes.count, bytes[place] == 0x20 { place += 1 }
            guard place < bytes.count, bytes[place] == 0x3D else { continue }
            place += 1
            while place < bytes.count, !closing.contains(bytes[place]) {
                covered.insert(place)
                place += 1
            }
        }
        return covered
    }

    private static func isSecretName(_ first: UInt8, _ second: UInt8) -> Bool {
        let name = [first & 0xDF, second & 0xDF]
        return name == [0x50, 0x57] || name == [0x53, 0x4B]
    }

    /// `;`, `,`, `&` and line ends close a value.
    private static let closing: Set<UInt8> = [0x3B, 0x2C, 0x26, 0x0D, 0x0A]

    private static func picture(of byte: UInt8) -> Character {
        switch byte {
        case 0x20...0x7E: Character(Unicode.Scalar(byte))
        case 0x0D: "←"
        case 0x0A: "↓"
        case 0x09: "→"
        case 0x00: "∅"
        // Everything else has no sign that all fonts know.
        default: "·"
        }
    }

    private static func digits(_ number: Int, count: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
