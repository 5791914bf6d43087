public import Kernel

/// A unit answers for a project of a policy from now on.
public struct ProjectUnitNamed: Fact {
    public static let kind = "governance.project-unit-named"
    /// The policy.
    public let policy: String
    /// The number of its project.
    public let project: Int
    /// The unit, as policies write it.
    public let unit: String

    /// A unit named.
    public init(policy: String, project: Int, unit: String) {
        self.policy = policy
        self.project = project
        self.unit = unit
    }
}

/// Something stands in a project's way, and a unit is to solve it.
public struct ProjectObstacleMet: Fact {
    public static let kind = "governance.project-obstacle-met"
    /// The policy.
    public let policy: String
    /// The number of its project.
    public let project: Int
    /// 1, 2, 3 … within the project.
    public let obstacle: Int
    /// What it is.
    public let what: String
    /// The unit that is to solve it, as policies write it.
    public let owner: String
    /// Until when.
    public let due: CivilDate
    /// When it was raised; nil in facts of programs that did not ask.
    public let raisedOn: CivilDate?

    /// An obstacle.
    public init(
        policy: String, project: Int, obstacle: Int, what: String, owner: String, due: CivilDate, raisedOn: CivilDate?
    ) {
        self.policy = policy
        self.project = project
        self.obstacle = obstacle
        self.what = what
        self.owner = owner
        self.due = due
        self.raisedOn = raisedOn
    }
}

/// What stood in a project's way does no more.
public struct ProjectObstacleSolved: Fact {
    public static let kind = "governance.project-obstacle-solved"
    /// The policy.
    public let policy: String
    /// The number of its project.
    public let project: Int
    /// The obstacle within the project.
    public let obstacle: Int
    /// When.
    public let day: CivilDate
    /// How.
    public let how: String

    /// A solved obstacle.
    public init(policy: String, project: Int, obstacle: Int, day: CivilDate, how: String) {
        self.policy = policy
        self.project = project
        self.obstacle = obstacle
        self.day = day
        self.how = how
    }
}
