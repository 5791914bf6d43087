import Kernel

/// A file that browsers load: style, script, picture. Read once at start; nothing else is ever served.
struct Asset: Sendable {
    let bytes: [UInt8]
    let contentType: String
    /// The digest of the content: the entity tag, and the version in addresses.
    let version: String

    /// A file's content; nil for kinds of file that browsers have no business with.
    init?(path: String, bytes: [UInt8]) {
        let suffix = path.split(separator: ".").last.map(String.init) ?? ""
        guard path.contains("."), let contentType = Self.contentTypes[suffix] else { return nil }
        self.bytes = bytes
        self.contentType = contentType
        version = String(Digest256(of: bytes).hex.prefix(16))
    }

    private static let contentTypes = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "ico": "image/x-icon", "woff2": "font/woff2", "txt": "text/plain; charset=utf-8",
    ]
}
