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
    /// The how manieth exceedance of the outlet within 30 days; nil in facts of programs that did not tell.
    public let occurrence: Int?
    /// Whether its factor is on the list of toxic ones; nil in facts of programs that did not tell.
    public let isToxic: Bool?

    /// An opened case.
    public init(
        caseID: CaseID, episode: EpisodeID, outlet: OutletID, level: WarningLevel, occurrence: Int? = nil,
        isToxic: Bool? = nil
    ) {
        self.isToxic = isToxic
        self.occurrence = occurrence
        self.caseID = caseID
        self.episode = episode
        self.outlet = outlet
        self.level = level
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
