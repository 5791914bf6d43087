/// What may stand in the places of a frame, so that reading it back gives the same texts.
enum WireText {
    /// Printable ASCII without separators.
    static func fitsHeader(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !separators.contains($0) && $0 != Byte.equals }
    }

    static func fitsKey(_ text: String) -> Bool { fitsHeader(text) }

    /// Also UTF-8 and `=`; separators only inside a log text, `//…//`.
    static func fitsValue(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == Byte.ampersand }) else { return false }
        guard bytes.first?.isBlank != true, bytes.last?.isBlank != true else { return false }
        guard bytes.starts(with: [Byte.slash, Byte.slash]) else { return !bytes.contains(where: separators.contains) }
        return isLogText(bytes)
    }

    /// `//…//` whose closing pair is the first that a separator or the end follows.
    private static func isLogText(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 4 else { return false }
        for place in 2..<bytes.count - 1 where bytes[place] == Byte.slash && bytes[place + 1] == Byte.slash {
            if place + 2 == bytes.count { return true }
            if separators.contains(bytes[place + 2]) { return false }
        }
        return false
    }

    private static let separators: Set<UInt8> = [Byte.semicolon, Byte.comma, Byte.ampersand]
}
