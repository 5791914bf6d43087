import Kernel

/// What a unit says it did about an item, and what the office says to that.
struct DirectiveAnswer: Sendable, Equatable {
    let item: Int
    let attempt: Int
    let unit: String
    let text: String
    /// A fact of the journal that shows it.
    let evidence: Int64?
    /// As the journal names who wrote it.
    let author: String
    let filedAt: Instant
    var judgement: Judgement?

    static let textMax = 1_000

    /// The office's word.
    struct Judgement: Sendable, Equatable {
        let verdict: ReviewVerdict
        let note: String
        /// Until when a returned item is to be answered again.
        let again: CivilDate?
        let author: String
        let at: Instant
    }
}
