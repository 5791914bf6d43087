public import Kernel

/// The clock of a case's state, or of a request in it, ran out: its level was raised, or its duty handed to the level
/// above. Once for each state and each request.
public struct CaseEscalated: Fact {
    public static let kind = "supervision.case-escalated"
    /// The case.
    public let caseID: CaseID
    /// The state whose clock ran out.
    public let state: String
    /// When it was due.
    public let due: Instant
    /// Who has the duty now; nil when the level was raised instead.
    public let handedTo: Role?
    /// The level it warns at now.
    public let level: WarningLevel
    /// What was owed beside the duty of the state, `decide-time`; nil when it was the duty of the state.
    public let beside: String?
    /// When what was owed beside it is due now; nil with `beside`.
    public let decides: Instant?

    /// An escalated case.
    public init(
        caseID: CaseID, state: String, due: Instant, handedTo: Role?, level: WarningLevel, beside: String? = nil,
        decides: Instant? = nil
    ) {
        self.beside = beside
        self.decides = decides
        self.caseID = caseID
        self.state = state
        self.due = due
        self.handedTo = handedTo
        self.level = level
    }
}
