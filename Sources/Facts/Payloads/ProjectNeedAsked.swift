public import Kernel

/// A project needs land or a quota, and a unit is to grant it.
public struct ProjectNeedAsked: Fact {
    public static let kind = "governance.project-need-asked"
    /// The policy.
    public let policy: String
    /// The number of its project.
    public let project: Int
    /// 1, 2, 3 … within the project.
    public let need: Int
    /// `land`, `forest`, `discharge`, `energy` or `water`; it gives the unit of the amount.
    public let sort: String
    /// What exactly.
    public let what: String
    /// How much, in the unit of the sort.
    public let amount: DecimalNumber
    /// The unit that is to grant it, as policies write it.
    public let owner: String
    /// When it was asked for.
    public let day: CivilDate

    /// A need.
    public init(
        policy: String, project: Int, need: Int, sort: String, what: String, amount: DecimalNumber, owner: String,
        day: CivilDate
    ) {
        self.policy = policy
        self.project = project
        self.need = need
        self.sort = sort
        self.what = what
        self.amount = amount
        self.owner = owner
        self.day = day
    }
}
