import Kernel

/// Evidence of a report on a month: a file, or a fact of the journal.
struct ReportEvidence: Sendable, Equatable {
    /// 1, 2, 3 … within the task.
    let number: Int
    let month: CivilMonth
    /// What the file is called, or what the fact is.
    let name: String
    let matter: Matter
    /// As the journal names who filed it.
    let author: String
    let filedAt: Instant

    enum Matter: Sendable, Equatable {
        case file(mediaType: String, size_bytes: Int64, sha256: Digest256)
        /// The number of a fact in the journal.
        case fact(Int64)
    }

    /// How many pieces of evidence a report has at most, and how many bytes a file. Design values.
    static let piecesMax = 10
    static let bytesMax: Int64 = 10 * 1_024 * 1_024
    static let nameMax = 120
}
