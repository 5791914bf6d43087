public import Kernel

/// A lead unit asks that another one answers for a task from now on; the office decides.
public struct PolicyTakeoverAsked: Fact {
    public static let kind = "governance.takeover-asked"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// The lead unit that is to answer for it.
    public let unit: String
    /// Who is to be its accountable person.
    public let person: PersonID

    /// A takeover that the office is asked for.
    public init(policy: String, task: Int, unit: String, person: PersonID) {
        self.policy = policy
        self.task = task
        self.unit = unit
        self.person = person
    }
}
