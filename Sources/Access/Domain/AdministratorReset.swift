public import Kernel

/// A reset of an administrator's password or second factor that waits for an administrator of another kind
/// (decision 90).
public struct AdministratorReset: Sendable, Equatable {
    /// What is reset.
    public enum What: String, Sendable, CaseIterable {
        /// The password: the confirmer is told a start password, to be handed over.
        case password
        /// The second factor: it is taken away.
        case secondFactor = "second-factor"
    }

    /// After so many hours an unconfirmed reset lapses. Design value.
    static let hours: Int64 = 24

    /// Whose.
    public let person: PersonID
    /// What.
    public let what: What
    /// The security administrator who asked.
    public let askedBy: PersonID
    /// When.
    public let askedAt: Instant

    /// When it lapses.
    public var lapsesAt: Instant { askedAt.adding(hours: Self.hours) }
}
