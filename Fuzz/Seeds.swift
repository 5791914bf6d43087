/// Inputs to begin with, made by the kit itself: what a mutation of random bytes would hardly find.
enum Seeds {
    static let frames: [[UInt8]] = {
        let header = Header(
            qn: QN("20261123140000000"), st: "31", cn: .hourValues, pw: "123456", mn: "010000A8900016F000169DC0",
            flag: Flag(9))
        let items = [
            [Item(key: "DataTime", value: "20261123130000")],
            [Item(key: "a21026-Avg", value: "35.2"), Item(key: "a21026-Flag", value: "N")],
            [Item(key: "i11001-Info", value: "//log; a=b, c//")],
        ]
        let clear = try? FrameEncoder.encode(header: header, items: items)
        let secret = AreaForm.allCases.map { form in
            try? FrameEncoder.encode(header: header, items: items, cipher: WeakCipher(), form: form)
        }
        let bare = Array("##0012ST=31;CP=&&a=&&".utf8)
        return ([clear] + secret).compactMap { $0 } + [bare, Array("##9999QN=1;CP=&&&&FFFF\n".utf8)]
    }()

    /// A stream that an input steers: its bytes taken as they are, or a seed frame with some of them laid over.
    static func stream(steeredBy input: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = []
        var rest = input[...]
        while let choice = rest.popFirst() {
            let length = Int(rest.popFirst() ?? 0)
            let piece = rest.prefix(length)
            rest = rest.dropFirst(length)
            guard choice < 0x80 else {
                stream += piece
                continue
            }
            var frame = frames[Int(choice) % frames.count]
            for place in stride(from: 0, to: piece.count - 1, by: 2) {
                let start = piece.startIndex + place
                frame[Int(piece[start]) % frame.count] = piece[start + 1]
            }
            if choice & 1 == 1 { repair(&frame) }
            stream += frame
        }
        return stream
    }

    /// Writes the right check behind a segment of the declared length, so that changes get past it.
    private static func repair(_ frame: inout [UInt8]) {
        guard frame.count >= 12, let length = Int(decimalDigits: String(decoding: frame[2..<6], as: UTF8.self)),
            frame.count >= 10 + length
        else { return }
        let field = FrameEncoder.crcField(CRC16.hj212(frame[6..<6 + length]))
        frame.replaceSubrange(6 + length..<10 + length, with: field)
    }
}

/// Exclusive or: a fuzz target needs speed and a way back, not secrecy.
struct WeakCipher: SM4Cipher {
    func encrypt(_ blocks: [UInt8]) -> [UInt8] {
        blocks.enumerated().map { $1 ^ UInt8(truncatingIfNeeded: $0 &* 37 | 0x80) }
    }

    func decrypt(_ blocks: [UInt8]) -> [UInt8] { encrypt(blocks) }
}

/// The weak cipher for every device, behind one that opens nothing.
struct WeakKeys: AreaKeys {
    private struct WrongCipher: SM4Cipher {
        func encrypt(_ blocks: [UInt8]) -> [UInt8] { blocks.map { $0 ^ 0xA5 } }

        func decrypt(_ blocks: [UInt8]) -> [UInt8] { encrypt(blocks) }
    }

    func ciphers(for device: String) -> [any SM4Cipher] { [WrongCipher(), WeakCipher()] }
}

/// Both ways to get the events of a stream.
enum Scan {
    static func events(
        _ stream: [UInt8], _ options: ScanOptions, keys: (any AreaKeys)? = nil, pieceLength: Int, glancing: Bool = true
    ) -> [ScanEvent] {
        var scanner = FrameScanner(options: options, keys: keys)
        if !glancing { scanner.takesCanonicalFramesAtAGlance = false }
        var events: [ScanEvent] = []
        for start in stride(from: 0, to: stream.count, by: pieceLength) {
            scanner.append(stream[start..<min(start + pieceLength, stream.count)])
            while let event = scanner.next() { events.append(event) }
        }
        return events + scanner.finish()
    }
}
