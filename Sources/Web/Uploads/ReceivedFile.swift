public import Kernel

/// A file that came in whole. It lies in the folder of its rule and is removed when the visit ends, unless the
/// handler moved it away.
public struct ReceivedFile: Sendable, Equatable {
    /// Where it lies.
    public let path: String
    /// What its sender called it: the last part of the path, without control characters, at most 120 characters.
    public let name: String
    /// How many bytes it has.
    public let size_bytes: Int64
    /// The digest of its bytes.
    public let sha256: Digest256

    /// A received file.
    public init(path: String, name: String, size_bytes: Int64, sha256: Digest256) {
        self.path = path
        self.name = name
        self.size_bytes = size_bytes
        self.sha256 = sha256
    }
}
