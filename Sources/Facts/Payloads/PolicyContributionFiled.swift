/// A unit that leads a task together with the one that answers for it said what it did in a month.
public struct PolicyContributionFiled: Fact {
    public static let kind = "governance.contribution-filed"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// 1, 2, 3 … within the task.
    public let number: Int
    /// The month it tells of, `2026-08`.
    public let month: String
    /// The unit that did it.
    public let unit: String
    /// What was done.
    public let text: String
    /// What shows it.
    public let evidence: String

    /// A contribution of a unit that leads with another one.
    public init(
        policy: String, task: Int, number: Int, month: String, unit: String, text: String, evidence: String
    ) {
        self.policy = policy
        self.task = task
        self.number = number
        self.month = month
        self.unit = unit
        self.text = text
        self.evidence = evidence
    }
}
