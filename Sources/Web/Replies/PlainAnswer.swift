/// A reply as plain values, for those who ask the site within the program.
public struct PlainAnswer: Sendable {
    /// The HTTP status.
    public let status: Int
    /// All headers in order; names in small letters.
    public let headers: [(name: String, value: String)]
    /// The whole body.
    public let body: String

    /// The first value of a header, its name in small letters.
    public func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}
