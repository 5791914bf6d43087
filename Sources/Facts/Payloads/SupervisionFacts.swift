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
