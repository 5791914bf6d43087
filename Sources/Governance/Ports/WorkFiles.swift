public import Kernel

/// Files that come in with the work, and texts in other encodings; filled by `App` with the folder of evidence.
public protocol WorkFiles: Sendable {
    /// The folder into which files are written while they come in.
    var incoming: String { get }

    /// Text in GBK; nil for what is none.
    func text(gbk bytes: [UInt8]) -> String?

    /// What a file that came in is, by its bytes. Refuses what is no picture or document, and what acts.
    func look(_ path: String) async throws -> (mediaType: String, ending: String)

    /// The bytes of a file that came in; its size is bounded by the rule of its upload.
    func bytes(_ path: String) async throws -> [UInt8]

    /// Moves a file that came in to its place; one that lies there already stays.
    func keep(_ path: String, as sha256: Digest256) async throws

    /// Where the bytes of a digest lie.
    func path(of sha256: Digest256) -> String

    /// The size and the digest of what lies there; nil when nothing does.
    func measure(_ sha256: Digest256) throws -> (size_bytes: Int64, sha256: Digest256)?
}
