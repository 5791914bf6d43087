/// Where and how the site is served.
public struct WebSettings: Sendable, Equatable {
    /// The address to listen on.
    public let host: String
    /// The port to listen on; 0 takes a free one.
    public let port: Int
    /// The site's address as browsers write it, `https://jianhu.example.cn`, without a slash at the end. With it only
    /// forms of this origin are taken, and https makes cookies `Secure`. Without it the request's own host counts.
    public let origin: String?

    /// How many bytes the body of a form may have.
    static let bodyBytesMax = 256 * 1_024
    /// For so many seconds what comes after an early refusal is dropped before the connection ends. Design value.
    static let lingering_s: Int64 = 5
    /// How many bytes an address may have.
    static let addressBytesMax = 2_048
    /// How many bytes one header, all headers together, and how many headers there may be.
    static let (headerBytesMax, headersBytesMax, headersMax) = (8 * 1_024, 32 * 1_024, 100)

    /// Where and how the site is served.
    public init(host: String = "127.0.0.1", port: Int = 8080, origin: String? = nil) {
        self.host = host
        self.port = port
        self.origin = origin?.lowercased()
    }

    /// Whether browsers reach the site by https.
    var isSecure: Bool { origin?.hasPrefix("https://") ?? false }
}
