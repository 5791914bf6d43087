/// A file made for the visitor, to be saved.
public struct Download: Sendable, Equatable {
    /// What it is called when it is saved.
    public let name: String
    /// Its media type.
    public let contentType: String
    /// All of it.
    public let bytes: [UInt8]

    /// A file made for the visitor.
    public init(name: String, contentType: String, bytes: [UInt8]) {
        self.name = name
        self.contentType = contentType
        self.bytes = bytes
    }
}
