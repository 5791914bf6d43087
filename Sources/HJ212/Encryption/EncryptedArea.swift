/// A data area that may be encrypted, taken apart: whole cipher blocks and a clear rest of less than one block.
struct EncryptedArea: Equatable {
    let form: AreaForm
    let blocks: [UInt8]
    let clearRest: [UInt8]

    /// Bytes of an SM4 block.
    static let blockLength = 16

    /// The area in the form it shows; nil when it has no whole block, and thus nothing to encrypt. A damaged printed area
    /// has no blocks: it is no text, and nothing opens it.
    init?(_ area: ArraySlice<UInt8>) {
        if area.starts(with: "{0x".utf8) {
            self = Self.printed(area) ?? EncryptedArea(printed: [], clearRest: area)
        } else {
            guard area.count >= Self.blockLength else { return nil }
            let rest = area.suffix(area.count % Self.blockLength)
            form = .raw
            blocks = Array(area.dropLast(rest.count))
            clearRest = Array(rest)
        }
    }

    private init(printed blocks: [UInt8], clearRest: ArraySlice<UInt8>) {
        form = .printed
        self.blocks = blocks
        self.clearRest = Array(clearRest)
    }

    /// Whether this cannot be the text of a data area, and must be cipher bytes. Most bytes of a text are printable
    /// ASCII; if not (GBK, UTF-8), it has no control character and begins with a name and `=`. Of single random blocks two
    /// in a thousand pass for a text, of longer areas fewer.
    var isBeyondText: Bool { form == .printed || Self.isBeyondText(blocks) }

    /// The area decrypted; nil when the cipher does not give as many bytes as it takes, or what it gives is no text:
    /// a wrong key passes the check of HJ 212 once in 256 times, so the check alone proves nothing.
    func opened(by cipher: any SM4Cipher) -> [UInt8]? {
        let clear = cipher.decrypt(blocks)
        guard !clear.isEmpty, clear.count == blocks.count, !Self.isBeyondText(clear) else { return nil }
        return clear + clearRest
    }

    private static func isBeyondText(_ bytes: [UInt8]) -> Bool {
        let printableCount = bytes.count { (0x20...0x7E).contains($0) }
        guard printableCount * 4 < bytes.count * 3 else { return false }
        let hasControl = bytes.contains { ($0 < 0x20 && $0 != Byte.tab && !$0.isLineEnd) || $0 == 0x7F }
        let name = bytes.prefix { (0x20...0x7E).contains($0) && $0 != Byte.equals }
        let beginsWithName = name.count < bytes.count && bytes[name.count] == Byte.equals
        return hasControl || !beginsWithName
    }

    /// `{0xE4,0x3E,…}` and a rest; blanks may follow the commas. Nil for anything else.
    private static func printed(_ area: ArraySlice<UInt8>) -> EncryptedArea? {
        var blocks: [UInt8] = []
        var rest = area.dropFirst()
        while true {
            rest = rest.drop(while: \.isBlank)
            guard rest.starts(with: "0x".utf8), rest.count >= 5, let high = rest.dropFirst(2).first?.hexDigit,
                let low = rest.dropFirst(3).first?.hexDigit
            else { return nil }
            blocks.append(UInt8(high << 4 | low))
            rest = rest.dropFirst(4)
            switch rest.popFirst() {
            case Byte.comma: continue
            case UInt8(ascii: "}"):
                guard blocks.count.isMultiple(of: blockLength), rest.count < blockLength else { return nil }
                return EncryptedArea(printed: blocks, clearRest: rest)
            default: return nil
            }
        }
    }
}

extension EncryptedArea {
    /// The area of a clear one, encrypted; nil when it has no whole block.
    init?(encrypting area: ArraySlice<UInt8>, with cipher: any SM4Cipher, form: AreaForm) {
        guard area.count >= Self.blockLength else { return nil }
        clearRest = Array(area.suffix(area.count % Self.blockLength))
        blocks = cipher.encrypt(Array(area.dropLast(clearRest.count)))
        self.form = form
        precondition(blocks.count + clearRest.count == area.count, "a cipher gives as many bytes as it takes")
    }

    /// The bytes on the wire.
    var wireBytes: [UInt8] {
        switch form {
        case .raw: blocks + clearRest
        case .printed: Array("{\(blocks.map(Self.printed).joined(separator: ","))}".utf8) + clearRest
        }
    }

    private static func printed(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count == 2 ? "0x\(digits)" : "0x0\(digits)"
    }
}
