/// Recognises text in GBK, which older loggers write into log texts where the standard asks for UTF-8.
///
/// It is named, and converted only by whoever shows it to people (`Frame.items(readingGBK:)`): the bytes of the frame
/// keep it, and the table of GBK is not part of this kit.
enum GBKText {
    /// What to say of bytes that are not UTF-8.
    static func deviations(of bytes: some Sequence<UInt8>) -> [Deviation] {
        [.notUTF8] + (isLikely(bytes) ? [.gbkText] : [])
    }

    /// Whether all bytes beyond ASCII pair up to GBK characters, one of them at least a common Chinese one (GB 2312).
    private static func isLikely(_ bytes: some Sequence<UInt8>) -> Bool {
        var lead: UInt8?
        var hasCommonCharacter = false
        for byte in bytes {
            if let first = lead {
                guard (0x40...0xFE).contains(byte), byte != 0x7F else { return false }
                hasCommonCharacter = hasCommonCharacter || ((0xB0...0xF7).contains(first) && byte >= 0xA1)
                lead = nil
            } else if byte >= 0x80 {
                guard (0x81...0xFE).contains(byte) else { return false }
                lead = byte
            }
        }
        return lead == nil && hasCommonCharacter
    }
}
