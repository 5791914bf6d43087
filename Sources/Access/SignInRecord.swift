public import Kernel

/// One sign-in, or one refusal, as the journal holds it.
public struct SignInRecord: Sendable, Equatable {
    /// What happened.
    public enum Outcome: Sendable, Equatable {
        /// Somebody signed in.
        case signedIn(way: String)
        /// Somebody was refused.
        case refused
    }

    /// When.
    public let at: Instant
    /// Whose login; nil when the login that was tried belongs to nobody.
    public let person: PersonID?
    /// What happened.
    public let outcome: Outcome
}
