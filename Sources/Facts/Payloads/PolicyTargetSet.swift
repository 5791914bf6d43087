/// A unit said what a long-term task is to reach in a year. A later one of the same year takes its place.
public struct PolicyTargetSet: Fact {
    public static let kind = "governance.target-set"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// The year.
    public let year: Int
    /// The unit that answers for it.
    public let unit: String
    /// What is to be reached.
    public let text: String
    /// The indicator that shows it; nil for none.
    public let indicator: String?

    /// A target of a year.
    public init(policy: String, task: Int, year: Int, unit: String, text: String, indicator: String?) {
        self.policy = policy
        self.task = task
        self.year = year
        self.unit = unit
        self.text = text
        self.indicator = indicator
    }
}
