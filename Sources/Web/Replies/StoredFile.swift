/// A file to be handed out.
public struct StoredFile: Sendable, Equatable {
    /// Where it lies.
    public let path: String
    /// Its media type.
    public let contentType: String
    /// What it is called when it is saved.
    public let name: String
    /// Whether a browser may show it in place; else it offers to save it.
    public let isShown: Bool

    /// A file to be handed out.
    public init(path: String, contentType: String, name: String, isShown: Bool) {
        self.path = path
        self.contentType = contentType
        self.name = name
        self.isShown = isShown
    }
}
