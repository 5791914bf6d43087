/// A committee looked at whether those who are late with a task are excused (容错免责), condition by condition.
public struct PolicyToleranceFound: Fact {
    public static let kind = "governance.tolerance-found"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// 1, 2, 3 … within the task.
    public let number: Int
    /// `granted` or `refused`.
    public let finding: String
    /// The committee's document.
    public let document: String
    /// The conditions that it found met.
    public let met: [String]
    /// What it found, in words.
    public let note: String

    /// A finding.
    public init(
        policy: String, task: Int, number: Int, finding: String, document: String, met: [String], note: String
    ) {
        self.policy = policy
        self.task = task
        self.number = number
        self.finding = finding
        self.document = document
        self.met = met
        self.note = note
    }
}
