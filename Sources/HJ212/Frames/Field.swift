/// A field of the header, as received.
public struct Field: Sendable, Hashable {
    /// Left of `=`, blanks included.
    public let name: String
    /// Right of `=`, blanks included.
    public let value: String

    /// A field of name and value.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
