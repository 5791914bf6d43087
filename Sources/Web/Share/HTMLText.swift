import Mustache

/// Escapes text for HTML byte by byte: Mustache's own escaping goes by characters, which was a third of the time of a
/// page with a long table, and takes a mark of markup for none when a combining mark follows it.
///
/// The library takes it where a template says ``pragma``; ``ShareFolder`` says so for every template, partials
/// included.
struct HTMLText: MustacheContentType {
    private static let name = "HTML"

    /// The line before a template that makes it escape with this type.
    static let pragma = "{{% CONTENT_TYPE:\(name)}}\n"

    /// Makes it known to the library; once is enough, again is harmless.
    static func register() {
        MustacheContentTypes.register(HTMLText(), named: name)
    }

    /// Escapes what HTML reads as markup, in text and between quotation marks of either kind.
    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: { Self.entity(of: $0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if let entity = Self.entity(of: byte) { bytes += entity.utf8 } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func entity(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
