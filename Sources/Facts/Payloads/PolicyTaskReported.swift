/// A lead unit reported on a month of a task. A report that was returned is followed by another attempt, not edited.
public struct PolicyTaskReported: Fact {
    public static let kind = "governance.task-reported"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// The month reported on, `2026-10`.
    public let month: String
    /// 1 for the first report on the month.
    public let attempt: Int
    /// The lead unit that reports.
    public let unit: String
    /// `on-track`, `at-risk`, `late` or `fulfilled`.
    public let standing: String
    /// What was done.
    public let progress: String
    /// What shows it: numbers of documents, addresses, places of files.
    public let evidence: String

    /// A report.
    public init(
        policy: String, task: Int, month: String, attempt: Int, unit: String, standing: String, progress: String,
        evidence: String
    ) {
        self.policy = policy
        self.task = task
        self.month = month
        self.attempt = attempt
        self.unit = unit
        self.standing = standing
        self.progress = progress
        self.evidence = evidence
    }
}
