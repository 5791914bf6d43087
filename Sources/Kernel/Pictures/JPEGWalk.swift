/// Walks the segments of a JPEG to its end.
struct JPEGWalk {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func walk() throws(PictureDefect) {
        var (place, hasFrame, hasScan) = (2, false, false)
        while true {
            let marker = try marker(&place)
            switch marker {
            case 0xD9:
                guard hasScan else { throw .broken }
                guard place == bytes.count else { throw .behind }
                return
            case 0xD8: throw .several
            // Frames: baseline, extended and progressive are shown by browsers, the others are not.
            case 0xC0, 0xC1, 0xC2:
                guard !hasFrame else { throw .several }
                try frame(try segment(&place))
                hasFrame = true
            case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .packing
            case 0xDA:
                guard hasFrame else { throw .broken }
                _ = try segment(&place)
                skipScan(&place)
                hasScan = true
            // Tables, what programs and cameras write, comments.
            case 0xC4, 0xCC, 0xDB, 0xDD, 0xE0...0xEF, 0xFE: _ = try segment(&place)
            // Whatever else is no marker that may stand between segments (B.1.1.3), restarts among it.
            default: throw .broken
            }
        }
    }

    /// The next marker; bytes FF may stand before it (B.1.1.2).
    private func marker(_ place: inout Int) throws(PictureDefect) -> UInt8 {
        guard place + 1 < bytes.count, bytes[place] == 0xFF else { throw .broken }
        while place < bytes.count, bytes[place] == 0xFF { place += 1 }
        guard place < bytes.count else { throw .broken }
        place += 1
        return bytes[place - 1]
    }

    /// A segment behind its marker: its content within the bytes.
    private func segment(_ place: inout Int) throws(PictureDefect) -> Range<Int> {
        guard place + 2 <= bytes.count else { throw .broken }
        let length = number(place)
        guard length >= 2, place + length <= bytes.count else { throw .broken }
        defer { place += length }
        return (place + 2)..<(place + length)
    }

    private func frame(_ content: Range<Int>) throws(PictureDefect) {
        guard content.count >= 9 else { throw .broken }
        let start = content.lowerBound
        try PictureFile.check(width: number(start + 3), height: number(start + 1))
    }

    /// Behind the coded data of a scan: in it FF is followed by 00, or by a restart (B.1.1.5).
    private func skipScan(_ place: inout Int) {
        let start = place
        place = bytes.withUnsafeBufferPointer { bytes in
            var place = start
            while place < bytes.count {
                if bytes[place] == 0xFF, place + 1 < bytes.count, bytes[place + 1] != 0,
                    !(0xD0...0xD7).contains(bytes[place + 1])
                {
                    return place
                }
                place += 1
            }
            return place
        }
    }

    private func number(_ start: Int) -> Int { Int(bytes[start]) << 8 | Int(bytes[start + 1]) }
}
