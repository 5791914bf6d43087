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

    /// A month of a project.
    public init(
        policy: String, project: Int, month: String, number: Int, plannedFen: Int64, doneFen: [String: Int64],
        progress_percent: Int, note: String, reason: String?
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

    /// An obstacle.
    public init(policy: String, project: Int, obstacle: Int, what: String, owner: String, due: CivilDate) {
        self.policy = policy
        self.project = project
        self.obstacle = obstacle
        self.what = what
        self.owner = owner
        self.due = due
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
