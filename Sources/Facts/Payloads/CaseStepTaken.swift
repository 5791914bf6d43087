public import Kernel

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
    /// When the decision on a request for more time is due; nil where none is owed, and in facts of the time when it
    /// had no clock.
    public let decides: Instant?
    /// As what the person acted; nil in facts of the time when it was not told.
    public let role: Role?
    /// The digest of the name under which the person acted (`NameSeal`); nil in facts of the time when it was not told.
    public let signed: Digest256?

    /// A step taken.
    public init(
        caseID: CaseID, step: Int, action: String, from: String, to: String, form: [String: String],
        due: Instant? = nil, warns: Instant? = nil, decides: Instant? = nil, role: Role? = nil,
        signed: Digest256? = nil
    ) {
        self.decides = decides
        self.role = role
        self.signed = signed
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
