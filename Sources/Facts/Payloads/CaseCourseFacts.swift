public import Kernel

/// A further exceedance of an outlet joined its open case.
public struct CaseEpisodeJoined: Fact {
    public static let kind = "supervision.case-episode-joined"
    /// The case.
    public let caseID: CaseID
    /// The exceedance that joined.
    public let episode: EpisodeID
    /// Of what.
    public let pollutant: PollutantCode
    /// Whether that is on the list of toxic factors; nil in facts of programs that did not tell.
    public let isToxic: Bool?

    /// A joined exceedance.
    public init(caseID: CaseID, episode: EpisodeID, pollutant: PollutantCode, isToxic: Bool? = nil) {
        self.isToxic = isToxic
        self.caseID = caseID
        self.episode = episode
        self.pollutant = pollutant
    }
}

/// A case counts otherwise among the exceedances of its outlet, because an earlier one came, went or was excused.
public struct CaseRecounted: Fact {
    public static let kind = "supervision.case-recounted"
    /// The case.
    public let caseID: CaseID
    /// The how manieth exceedance of the outlet within 30 days it was opened for, as counted now.
    public let occurrence: Int
    /// Its level with that.
    public let level: WarningLevel

    /// A recounted case.
    public init(caseID: CaseID, occurrence: Int, level: WarningLevel) {
        self.caseID = caseID
        self.occurrence = occurrence
        self.level = level
    }
}

/// An exceedance has no case, and this is why: none is left without one in silence.
public struct ExceedanceExempted: Fact {
    public static let kind = "supervision.exceedance-exempted"
    /// The exceedance.
    public let episode: EpisodeID
    /// Where.
    public let outlet: OutletID
    /// Why, as a stable word: `no-enterprise` for an outlet of no registered enterprise or region.
    public let reason: String

    /// An exempted exceedance.
    public init(episode: EpisodeID, outlet: OutletID, reason: String) {
        self.episode = episode
        self.outlet = outlet
        self.reason = reason
    }
}

/// A case goes on in another one, because their exceedances have grown together.
public struct CaseMerged: Fact {
    public static let kind = "supervision.case-merged"
    /// The case that ends here.
    public let caseID: CaseID
    /// The case that goes on with it.
    public let into: CaseID
    /// The state it stood in.
    public let from: String

    /// A merged case.
    public init(caseID: CaseID, into: CaseID, from: String) {
        self.caseID = caseID
        self.into = into
        self.from = from
    }
}

/// A closed case is open again, because more of it stands than its closing step judged.
public struct CaseReopened: Fact {
    public static let kind = "supervision.case-reopened"
    /// The case.
    public let caseID: CaseID
    /// The step that had closed it.
    public let closedBy: Int
    /// The state in which it goes on.
    public let state: String
    /// The level it warns at now.
    public let level: WarningLevel

    /// A reopened case.
    public init(caseID: CaseID, closedBy: Int, state: String, level: WarningLevel) {
        self.caseID = caseID
        self.closedBy = closedBy
        self.state = state
        self.level = level
    }
}

/// A state of a case has lasted longer than an earlier rule gave it: a warning, once for each state, before the clock
/// that binds runs out.
public struct CaseClockWarned: Fact {
    public static let kind = "supervision.case-clock-warned"
    /// The case.
    public let caseID: CaseID
    /// The state it stands in.
    public let state: String
    /// When the earlier term was over.
    public let warnedOf: Instant
    /// When the clock that binds runs out.
    public let due: Instant

    /// A warned case.
    public init(caseID: CaseID, state: String, warnedOf: Instant, due: Instant) {
        self.caseID = caseID
        self.state = state
        self.warnedOf = warnedOf
        self.due = due
    }
}

/// A case was handed over for filing as a penalty case.
public struct CaseHandedOver: Fact {
    public static let kind = "supervision.case-handed-over"
    /// The case.
    public let caseID: CaseID
    /// Where.
    public let outlet: OutletID
    /// The step by which it was handed over.
    public let step: Int
    /// Why, in the officer's words.
    public let reason: String
    /// The article of law that the officer names; nil in facts of the time when none was named.
    public let article: String?

    /// A case handed over.
    public init(caseID: CaseID, outlet: OutletID, step: Int, reason: String, article: String? = nil) {
        self.article = article
        self.caseID = caseID
        self.outlet = outlet
        self.step = step
        self.reason = reason
    }
}

/// An enterprise stated what its plant was doing on a day. Whether that changes a judgement is Monitoring's to decide.
public struct OperatingConditionStated: Fact {
    public static let kind = "supervision.operating-condition-stated"
    /// The case in which it was stated.
    public let caseID: CaseID
    /// Where.
    public let outlet: OutletID
    /// The day that is marked.
    public let day: CivilDate
    /// `start`, `stop`, `maintenance` or `fault`.
    public let condition: String
    /// The step by which it was stated.
    public let step: Int

    /// A stated condition.
    public init(caseID: CaseID, outlet: OutletID, day: CivilDate, condition: String, step: Int) {
        self.caseID = caseID
        self.outlet = outlet
        self.day = day
        self.condition = condition
        self.step = step
    }
}

/// The State Council's notice of a year's days off was imported.
public struct HolidaysImported: Fact {
    public static let kind = "supervision.holidays-imported"
    /// The year.
    public let year: Int
    /// How many days off and days worked in exchange it names.
    public let days: Int
    /// SHA-256 over the days as they are kept (`docs/method/closed-loop.md`); nil in facts of the time without it.
    public let digest: Digest256?

    /// An imported notice.
    public init(year: Int, days: Int, digest: Digest256? = nil) {
        self.digest = digest
        self.year = year
        self.days = days
    }
}
