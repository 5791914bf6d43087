import Kernel

/// Percent-encoding of addresses and forms (RFC 3986, URL standard); strict: what is not valid is refused, not guessed.
public enum PercentCoding {
    /// How a plus sign reads.
    enum Plus {
        /// A plus is a plus: in paths.
        case plus
        /// A plus is a space: in queries and forms.
        case space
    }

    /// Decoded text; nil for a broken escape, and for bytes that are not UTF-8.
    static func decode(_ text: some StringProtocol, plus: Plus) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var rest = text.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next(), let low = rest.next(),
                    let decoded = [UInt8](hex: String(decoding: [high, low], as: UTF8.self)), decoded.count == 1
                else { return nil }
                bytes += decoded
            case UInt8(ascii: "+") where plus == .space: bytes.append(0x20)
            case let plain: bytes.append(plain)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Text as it may stand in a query: letters, digits and `-._~/` bare, all else escaped.
    public static func encode(_ text: String) -> String {
        let bare = Set("-._~/".utf8)
        return text.utf8.reduce(into: "") { result, byte in
            let isLetterOrDigit =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            if isLetterOrDigit || bare.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + [byte].hex.uppercased()
            }
        }
    }

    /// The pairs of a query or a form; nil when one of them is broken.
    static func pairs(_ text: some StringProtocol, max: Int) -> [(name: String, value: String)]? {
        var pairs: [(name: String, value: String)] = []
        for part in text.split(separator: "&") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pairs.count < max, let name = decode(halves[0], plus: .space),
                let value = decode(halves.count == 2 ? halves[1] : "", plus: .space)
            else { return nil }
            pairs.append((name, value))
        }
        return pairs
    }
}
