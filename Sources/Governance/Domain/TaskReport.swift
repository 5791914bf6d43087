import Kernel

/// What a lead unit said of a month, and what the office said to that.
struct TaskReport: Sendable, Equatable {
    let month: CivilMonth
    let attempt: Int
    let unit: String
    let standing: TaskStanding
    let progress: String
    let evidence: String
    /// As the journal names who filed it.
    let author: String
    let filedAt: Instant
    var review: Review?

    /// What the office says to it; a further attempt counts as returned until it is reviewed: the lead unit cannot lift
    /// a return by itself.
    var verdict: ReviewVerdict? { review?.verdict ?? (attempt > 1 ? .returned : nil) }

    /// Whether the system's own data tell of the month.
    var isComputed: Bool { author.hasPrefix("system:") }

    /// The office's answer.
    struct Review: Sendable, Equatable {
        let verdict: ReviewVerdict
        let note: String
        let author: String
        let at: Instant
    }
}
