/// Where a department's program listens: `https://host[:port]/path`, or `http://…` where a proxy of the intranet adds
/// TLS or none is wanted.
public struct NoticeAddress: Sendable, Hashable {
    /// How notices travel.
    public enum Scheme: String, Sendable, CaseIterable {
        /// In TLS, to whoever shows a believed certificate for the host.
        case https
        /// As they are.
        case http

        /// The port when an address names none.
        var port: Int {
            switch self {
            case .https: 443
            case .http: 80
            }
        }
    }

    /// How notices travel.
    public let scheme: Scheme
    /// A name or an IPv4 address.
    public let host: String
    /// 1…65535.
    public let port: Int
    /// Begins with a slash.
    public let path: String

    static let lengthMax = 300

    /// An address; nil when it is none, or holds a user, a fragment or signs that do not belong into a request's line.
    public init?(_ text: String) {
        let scheme = Scheme.allCases.first { text.hasPrefix("\($0.rawValue)://") }
        guard text.utf8.count <= Self.lengthMax, let scheme else { return nil }
        let rest = text.dropFirst(scheme.rawValue.count + 3)
        let place = rest.prefix { $0 != "/" }
        let path = String(rest[place.endIndex...])
        let parts = place.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let host = parts.first, (1...253).contains(host.count),
            host.utf8.allSatisfy(Self.belongsIntoHost), !host.hasPrefix("-"), !host.hasPrefix("."),
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") })
        else { return nil }
        let port = parts.count == 2 ? Int(parts[1]) : scheme.port
        guard let port, (1...65_535).contains(port) else { return nil }
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
        self.path = path.isEmpty ? "/" : path
    }

    /// As it is written.
    public var text: String { "\(scheme.rawValue)://\(authority)\(path)" }

    /// Host and port, as a request names them.
    public var authority: String { port == scheme.port ? host : "\(host):\(port)" }

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
