public import Kernel

/// A session just opened. The token leaves the program once, in the browser's cookie; only its digest is stored.
public struct OpenedSession: Sendable {
    /// Whose session.
    public let actor: Actor
    /// The secret that the browser keeps: 64 hexadecimal digits.
    public let token: String
    /// The session's secret that each form must carry: 64 hexadecimal digits.
    public let csrfToken: String
    /// When it ends at the latest.
    public let expiresAt: Instant
    /// What must be given before anything else can be done; nil when nothing is owed.
    public let owed: Visitor.Owed?
    /// In which language and type the person reads.
    public let preferences: Preferences
}
