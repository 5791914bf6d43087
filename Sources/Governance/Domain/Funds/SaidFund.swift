/// A fund as somebody opens it.
public struct SaidFund: Sendable, Equatable {
    let policy: PolicyCode
    let name: String
    let unit: String
    let purpose: String
    /// The number of a task of the policy; empty for none.
    let task: String

    /// A fund as somebody opens it.
    public init(policy: PolicyCode, name: String, unit: String, purpose: String, task: String) {
        self.policy = policy
        self.name = name
        self.unit = unit
        self.purpose = purpose
        self.task = task
    }
}
