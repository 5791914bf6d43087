public import Kernel

/// Where the bytes of evidence lie; filled by `App` with a folder beside the database.
public protocol EvidenceShelf: Sendable {
    /// The folder into which files are written while they come in; on the same disk as the shelf.
    var incoming: String { get }
    /// Looks through a file that came in, without holding it.
    func scan(_ path: String) async throws -> EvidenceScan
    /// Moves a file that came in to its place; one that lies there already stays.
    func keep(_ path: String, as sha256: Digest256) async throws
    /// Where the bytes of a digest lie.
    func path(of sha256: Digest256) -> String
    /// The size and the digest of what lies there; nil when nothing does.
    func measure(_ sha256: Digest256) throws -> (size_bytes: Int64, sha256: Digest256)?
    /// The names of everything that was laid down, in order; what still comes in is left out.
    func names() throws -> [String]
}
