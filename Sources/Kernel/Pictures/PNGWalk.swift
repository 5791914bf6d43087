/// Walks the chunks of a PNG to its end.
struct PNGWalk {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }
    /// Bit depths by colour type (table 11.1 of the standard).
    private static let depths: [UInt8: Set<UInt8>] = [
        0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Where a chunk stands: its type, and its content within the bytes.
    private struct Chunk {
        let type: String
        let content: Range<Int>
        var end: Int { content.upperBound + 4 }
    }

    func walk() throws(PictureDefect) {
        var chunk = try self.chunk(at: Self.signature.count)
        guard chunk.type == "IHDR", chunk.content.count == 13 else { throw .broken }
        try head(chunk.content.lowerBound)
        var (hasPalette, hasData, isDataOver) = (false, false, false)
        while chunk.type != "IEND" {
            chunk = try self.chunk(at: chunk.end)
            switch chunk.type {
            case "IDAT":
                guard !isDataOver else { throw .broken }
                hasData = true
                continue
            case "PLTE":
                guard !hasPalette, !hasData, chunk.content.count.isMultiple(of: 3) else { throw .broken }
                hasPalette = true
            case "IEND":
                guard hasData, chunk.content.isEmpty else { throw .broken }
                guard chunk.end == bytes.count else { throw .behind }
            case "acTL", "fcTL", "fdAT": throw .several
            // What a reader must understand begins with a capital letter; there is no more of it.
            default: guard chunk.type.first?.isLowercase == true else { throw .broken }
            }
            isDataOver = hasData
        }
    }

    private func chunk(at start: Int) throws(PictureDefect) -> Chunk {
        guard start + 12 <= bytes.count else { throw .broken }
        let (length, name) = (number(start), bytes[(start + 4)..<(start + 8)])
        guard length <= bytes.count - start - 12,
            name.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) })
        else { throw .broken }
        let content = (start + 8)..<(start + 8 + length)
        guard crc((start + 4)..<content.upperBound) == UInt32(number(content.upperBound)) else { throw .checksum }
        return Chunk(type: String(decoding: name, as: UTF8.self), content: content)
    }

    private func head(_ start: Int) throws(PictureDefect) {
        try PictureFile.check(width: number(start), height: number(start + 4))
        guard Self.depths[bytes[start + 9]]?.contains(bytes[start + 8]) == true, bytes[start + 10] == 0,
            bytes[start + 11] == 0, bytes[start + 12] <= 1
        else { throw .packing }
    }

    private func number(_ start: Int) -> Int {
        bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    private func crc(_ range: Range<Int>) -> UInt32 {
        Self.table.withUnsafeBufferPointer { table in
            bytes.withUnsafeBufferPointer { bytes in
                var crc: UInt32 = 0xFFFF_FFFF
                for place in range { crc = table[Int((crc ^ UInt32(bytes[place])) & 0xFF)] ^ (crc >> 8) }
                return ~crc
            }
        }
    }
}
