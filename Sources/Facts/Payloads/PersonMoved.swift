public import Kernel

/// The system administrator moved a person to another organisation. Nobody may sign in by it: the security
/// administrator grants the role. Sessions, tokens and certificates ended, and open duties of the old post were handed
/// over.
public struct PersonMoved: Fact {
    public static let kind = "access.person-moved"
    /// Who moved.
    public let person: PersonID
    /// The organisation before; nil for somebody who belonged to none.
    public let from: String?
    /// The organisation now.
    public let to: String
    /// The role that was asked for there.
    public let role: Role
    /// Who goes on with the duties; nil when they went back to the role.
    public let successor: PersonID?
    /// The duties that were open.
    public let duties: [DutyID]
    /// How many sessions ended.
    public let sessionsEnded: Int
    /// How many tokens ended.
    public let tokensEnded: Int
    /// Why, in words.
    public let reason: String

    /// A person who moved.
    public init(
        person: PersonID, from: String?, to: String, role: Role, successor: PersonID?, duties: [DutyID],
        sessionsEnded: Int, tokensEnded: Int, reason: String
    ) {
        self.person = person
        self.from = from
        self.to = to
        self.role = role
        self.successor = successor
        self.duties = duties
        self.sessionsEnded = sessionsEnded
        self.tokensEnded = tokensEnded
        self.reason = reason
    }
}
