public import Kernel

/// A policy document stands in this installation, beside those before.
public struct PolicyEntered: Fact {
    public static let kind = "governance.policy-entered"
    /// Its code in this installation.
    public let policy: String
    /// Its official number, for example 绍政办发〔2020〕19号.
    public let documentNumber: String
    /// Its title.
    public let title: String
    /// How many tasks it sets.
    public let tasks: Int
    /// The planned investment of its projects, in fen.
    public let investmentFen: Int64
    /// SHA-256 of the stored document in canonical form.
    public let sha256: Digest256

    /// A policy entered.
    public init(
        policy: String, documentNumber: String, title: String, tasks: Int, investmentFen: Int64, sha256: Digest256
    ) {
        self.policy = policy
        self.documentNumber = documentNumber
        self.title = title
        self.tasks = tasks
        self.investmentFen = investmentFen
        self.sha256 = sha256
    }
}

/// The people of an organisation speak for a unit that policies name.
public struct PolicyUnitBound: Fact {
    public static let kind = "governance.unit-bound"
    /// The unit, as policies write it.
    public let unit: String
    /// The organisation of this installation.
    public let organisation: String

    /// A unit bound to an organisation.
    public init(unit: String, organisation: String) {
        self.unit = unit
        self.organisation = organisation
    }
}

/// A lead unit took a task up, or handed it over: one person answers for it from now on.
public struct PolicyTaskAssigned: Fact {
    public static let kind = "governance.task-assigned"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// The lead unit that answers for it.
    public let unit: String
    /// The accountable person.
    public let person: PersonID
    /// The first month that is reported on, `2026-08`; it stays when somebody else takes over.
    public let firstMonth: String
    /// The first month that this unit and person answer for, where they took over from others: months before it stay
    /// with those. Nil where nobody answered before, and in facts from before months stayed.
    public let since: String?

    /// A task assigned.
    public init(
        policy: String, task: Int, unit: String, person: PersonID, firstMonth: String, since: String? = nil
    ) {
        self.policy = policy
        self.task = task
        self.unit = unit
        self.person = person
        self.firstMonth = firstMonth
        self.since = since
    }
}

/// A step on the way of a task was agreed on.
public struct PolicyMilestoneSet: Fact {
    public static let kind = "governance.milestone-set"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// 1, 2, 3 … within the task.
    public let milestone: Int
    /// What is reached then.
    public let title: String
    /// Until when.
    public let due: CivilDate

    /// A milestone agreed on.
    public init(policy: String, task: Int, milestone: Int, title: String, due: CivilDate) {
        self.policy = policy
        self.task = task
        self.milestone = milestone
        self.title = title
        self.due = due
    }
}

/// The lead unit says that a milestone is reached.
public struct PolicyMilestoneReached: Fact {
    public static let kind = "governance.milestone-reached"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// The milestone.
    public let milestone: Int
    /// When it was reached.
    public let day: CivilDate
    /// What shows it.
    public let evidence: String

    /// A milestone reached.
    public init(policy: String, task: Int, milestone: Int, day: CivilDate, evidence: String) {
        self.policy = policy
        self.task = task
        self.milestone = milestone
        self.day = day
        self.evidence = evidence
    }
}

/// The office looked at a report.
public struct PolicyReportReviewed: Fact {
    public static let kind = "governance.report-reviewed"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// The month reported on.
    public let month: String
    /// Which report on that month.
    public let attempt: Int
    /// `accepted` or `returned`.
    public let verdict: String
    /// Why.
    public let note: String

    /// A review.
    public init(policy: String, task: Int, month: String, attempt: Int, verdict: String, note: String) {
        self.policy = policy
        self.task = task
        self.month = month
        self.attempt = attempt
        self.verdict = verdict
        self.note = note
    }
}

/// A task has until later, by a recorded decision of the leading group.
public struct PolicyTaskExtended: Fact {
    public static let kind = "governance.task-extended"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// The last day from now on.
    public let deadline: CivilDate
    /// The number of the decision or minutes.
    public let document: String
    /// Why.
    public let reason: String

    /// An extension.
    public init(policy: String, task: Int, deadline: CivilDate, document: String, reason: String) {
        self.policy = policy
        self.task = task
        self.deadline = deadline
        self.document = document
        self.reason = reason
    }
}

/// The light of a task is another one, by a decision.
public struct PolicyTaskLightChanged: Fact {
    public static let kind = "governance.light-changed"
    /// The policy.
    public let policy: String
    /// The number of its task.
    public let task: Int
    /// `green`, `amber`, `red` or `grey`.
    public let light: String
    /// Why, as the rule calls it.
    public let reason: String
    /// The decision behind it.
    public let decision: DecisionID

    /// A change of a light.
    public init(policy: String, task: Int, light: String, reason: String, decision: DecisionID) {
        self.policy = policy
        self.task = task
        self.light = light
        self.reason = reason
        self.decision = decision
    }
}
