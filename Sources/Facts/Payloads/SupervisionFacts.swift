public import Kernel

/// A closed-loop case was opened for an exceedance.
public struct CaseOpened: Fact {
    public static let kind = "supervision.case-opened"
    /// The case.
    public let caseID: CaseID
    /// The exceedance behind it.
    public let episode: EpisodeID
    /// Where.
    public let outlet: OutletID
    /// Its level when the case was opened.
    public let level: WarningLevel

    /// An opened case.
    public init(caseID: CaseID, episode: EpisodeID, outlet: OutletID, level: WarningLevel) {
        self.caseID = caseID
        self.episode = episode
        self.outlet = outlet
        self.level = level
    }
}

/// A step of the closed loop was taken.
public struct CaseStepTaken: Fact {
    public static let kind = "supervision.case-step-taken"
    /// The case.
    public let caseID: CaseID
    /// 1, 2, 3 … within the case.
    public let step: Int
    /// What was done, for example `warn`.
    public let action: String
    /// The state before.
    public let from: String
    /// The state after.
    public let to: String
    /// The form as it was sent, field by field.
    public let form: [String: String]
    /// When the clock runs out; nil at the end, and in facts of the time when it was not told.
    public let due: Instant?
    /// When the case is to be told that its clock is running; nil when it is told nothing.
    public let warns: Instant?

    /// A step taken.
    public init(
        caseID: CaseID, step: Int, action: String, from: String, to: String, form: [String: String],
        due: Instant? = nil, warns: Instant? = nil
    ) {
        self.due = due
        self.warns = warns
        self.caseID = caseID
        self.step = step
        self.action = action
        self.from = from
        self.to = to
        self.form = form
    }
}

/// The exceedance behind a case changed after the case was opened.
public struct CaseEvidenceChanged: Fact {
    public static let kind = "supervision.case-evidence-changed"
    /// The case.
    public let caseID: CaseID
    /// The extent now; nil when the exceedance was withdrawn.
    public let extent: ExceedanceExtent?
    /// The exceedance it has grown together with, when that is why it was withdrawn.
    public let mergedInto: EpisodeID?
    /// Which exceedance changed; absent in facts of programs that knew one for each case.
    public let episode: EpisodeID?
    /// Why it was judged again; nil in facts of the time when it was not told.
    public let cause: JudgingCause?
    /// When the clock runs out that began with this news; nil when none did.
    public let due: Instant?
    /// When the case is then to be told that its clock is running; nil when it is told nothing.
    public let warns: Instant?

    /// Changed evidence.
    public init(
        caseID: CaseID, extent: ExceedanceExtent?, mergedInto: EpisodeID? = nil, episode: EpisodeID? = nil,
        cause: JudgingCause? = nil, due: Instant? = nil, warns: Instant? = nil
    ) {
        self.due = due
        self.warns = warns
        self.cause = cause
        self.caseID = caseID
        self.extent = extent
        self.mergedInto = mergedInto
        self.episode = episode
    }
}

/// A duty was not done in time.
public struct DutyMissed: Fact {
    public static let kind = "duty.missed"
    /// The duty.
    public let duty: DutyID
    /// What was to be done.
    public let dutyKind: String
    /// What it is about.
    public let reference: String
    /// When it was due.
    public let due: Instant

    /// A missed duty.
    public init(duty: DutyID, dutyKind: String, reference: String, due: Instant) {
        self.duty = duty
        self.dutyKind = dutyKind
        self.reference = reference
        self.due = due
    }
}
