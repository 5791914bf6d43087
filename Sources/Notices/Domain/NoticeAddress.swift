/// Where a department's program listens: `http://host[:port]/path`. TLS is ended by the intranet's own proxy, as it is
/// for visitors of this site.
public struct NoticeAddress: Sendable, Hashable {
    /// A name or an IPv4 address.
    public let host: String
    /// 1…65535.
    public let port: Int
    /// Begins with a slash.
    public let path: String

    static let lengthMax = 300

    /// An address; nil when it is none, or holds a user, a fragment or signs that do not belong into a request's line.
    public init?(_ text: String) {
        guard text.utf8.count <= Self.lengthMax, text.hasPrefix("http://") else { return nil }
        let rest = text.dropFirst(7)
        let place = rest.prefix { $0 != "/" }
        let path = String(rest[place.endIndex...])
        let parts = place.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let host = parts.first, (1...253).contains(host.count),
            host.utf8.allSatisfy(Self.belongsIntoHost), !host.hasPrefix("-"), !host.hasPrefix("."),
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") })
        else { return nil }
        let port = parts.count == 2 ? Int(parts[1]) : 80
        guard let port, (1...65_535).contains(port) else { return nil }
        self.host = host.lowercased()
        self.port = port
        self.path = path.isEmpty ? "/" : path
    }

    /// As it is written.
    public var text: String { "http://\(host)" + (port == 80 ? "" : ":\(port)") + path }

    private static func belongsIntoHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        // Every other byte is no part of a host name.
        default: false
        }
    }
}
