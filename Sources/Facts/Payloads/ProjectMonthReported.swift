/// What a project cost in a month and how far it is; amounts in fen.
public struct ProjectMonthReported: Fact {
    public static let kind = "governance.project-month-reported"
    /// The policy.
    public let policy: String
    /// The number of its project.
    public let project: Int
    /// The month, `2026-10`.
    public let month: String
    /// 1 for the first report on the month, then its corrections.
    public let number: Int
    /// What was planned for the month, in fen.
    public let plannedFen: Int64
    /// What was spent, by source (`bonds`, `government`, `social`, `bank`), in fen.
    public let doneFen: [String: Int64]
    /// How much of the project is built, in percent.
    public let progress_percent: Int
    /// What was done.
    public let note: String
    /// Why it replaces the one before; nil for a first report.
    public let reason: String?
    /// Why more is spent than the project was planned to cost; nil where it is not.
    public let overReason: String?

    /// A month of a project.
    public init(
        policy: String, project: Int, month: String, number: Int, plannedFen: Int64, doneFen: [String: Int64],
        progress_percent: Int, note: String, reason: String?, overReason: String? = nil
    ) {
        self.policy = policy
        self.project = project
        self.month = month
        self.number = number
        self.plannedFen = plannedFen
        self.doneFen = doneFen
        self.progress_percent = progress_percent
        self.note = note
        self.reason = reason
        self.overReason = overReason
    }
}
