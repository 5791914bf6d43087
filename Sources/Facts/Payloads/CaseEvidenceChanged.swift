public import Kernel

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
    /// When the decision on a request for more time is due then; nil where none is owed.
    public let decides: Instant?
    /// The step that refused values sent again, by which the exceedance counts as it was first told; nil for what
    /// Monitoring told.
    public let upheldBy: Int?
    /// The decision that found it so; nil for what Monitoring told.
    public let decision: DecisionID?

    /// Changed evidence.
    public init(
        caseID: CaseID, extent: ExceedanceExtent?, mergedInto: EpisodeID? = nil, episode: EpisodeID? = nil,
        cause: JudgingCause? = nil, due: Instant? = nil, warns: Instant? = nil, decides: Instant? = nil,
        upheldBy: Int? = nil, decision: DecisionID? = nil
    ) {
        self.upheldBy = upheldBy
        self.decision = decision
        self.decides = decides
        self.due = due
        self.warns = warns
        self.cause = cause
        self.caseID = caseID
        self.extent = extent
        self.mergedInto = mergedInto
        self.episode = episode
    }
}
