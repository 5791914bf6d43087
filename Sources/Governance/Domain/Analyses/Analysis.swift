import Facts
import Kernel

/// A report on environment and economy: a draft, or issued.
struct Analysis: Sendable, Equatable {
    let period: AnalysisPeriod
    var texts: [String: String]
    /// As the journal names who wrote last.
    var author: String
    var writtenAt: Instant
    var issue: Issue?

    /// What was issued.
    struct Issue: Sendable, Equatable {
        let content: [UInt8]
        let sha256: Digest256
        let author: String
        let at: Instant
        /// The number of the fact.
        let fact: Int64
    }
}
