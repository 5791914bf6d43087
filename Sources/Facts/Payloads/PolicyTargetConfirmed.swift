/// The office confirmed what a long-term task is to reach in a year.
public struct PolicyTargetConfirmed: Fact {
    public static let kind = "governance.target-confirmed"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// The year.
    public let year: Int

    /// A confirmed target.
    public init(policy: String, task: Int, year: Int) {
        self.policy = policy
        self.task = task
        self.year = year
    }
}
