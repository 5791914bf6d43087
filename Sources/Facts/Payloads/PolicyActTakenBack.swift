/// Something about a task was wrong and counts no more, by a counter-decision. The fact that it takes back stays.
public struct PolicyActTakenBack: Fact {
    public static let kind = "governance.act-taken-back"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// 1, 2, 3 … within the task.
    public let number: Int
    /// `extension`, `acceptance`, `milestone` (that it is reached) or `setting` (that it was set).
    public let act: String
    /// Which one: the number of the extension or milestone, the month of the accepted report.
    public let target: String
    /// The number of the counter-decision.
    public let document: String
    /// Why.
    public let reason: String

    /// An act that was taken back.
    public init(
        policy: String, task: Int, number: Int, act: String, target: String, document: String, reason: String
    ) {
        self.policy = policy
        self.task = task
        self.number = number
        self.act = act
        self.target = target
        self.document = document
        self.reason = reason
    }
}
