/// Cells that hold nothing but a dash, marked when a page was rendered: in a table the dash keeps the column in step,
/// in a card on a telephone a heading without a value only takes room, and is left out.
enum BlankCells {
    /// The page with `data-blank` at each such cell.
    static func marked(_ html: String) -> String {
        let bytes = Array(html.utf8)
        let places = places(in: bytes)
        guard !places.isEmpty else { return html }
        var (marked, start): ([UInt8], Int) = ([], 0)
        marked.reserveCapacity(bytes.count + places.count * mark.count)
        for place in places {
            marked += bytes[start..<place]
            marked += mark
            start = place
        }
        return String(decoding: marked + bytes[start...], as: UTF8.self)
    }

    private static let mark = Array(" data-blank".utf8)
    /// The last tag of a cell, behind its first sign.
    private static let ending = Array("/td>".utf8)

    /// Where the first tags of such cells end, before their `>`.
    private static func places(in bytes: [UInt8]) -> [Int] {
        // U+2013 and U+2014 begin with E2 80, which hardly anything else of a page does.
        var (found, index): ([Int], Int) = ([], 1)
        while index + 4 + ending.count <= bytes.count {
            defer { index += 1 }
            guard bytes[index] == 0xE2, bytes[index + 1] == 0x80, [0x93, 0x94].contains(bytes[index + 2]),
                bytes[index - 1] == 0x3E, bytes[index + 3] == 0x3C, bytes[(index + 4)...].starts(with: ending),
                let tag = bytes[..<index].lastIndex(of: 0x3C), bytes[tag...].starts(with: [0x3C, 0x74, 0x64])
            else { continue }
            found.append(index - 1)
        }
        return found
    }
}
