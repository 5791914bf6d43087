public import Kernel

/// An open session as its list shows it.
public struct OpenSession: Sendable, Equatable {
    /// What the list calls it: 16 hexadecimal digits that open nothing.
    public let reference: String
    /// Whose it is.
    public let person: PersonID
    /// Where it was opened from.
    public let origin: VisitOrigin
    /// When it was opened.
    public let since: Instant
    /// When it was used last, to the minute.
    public let lastSeen: Instant
    /// Whether a second factor was shown in it.
    public let hasShownFactor: Bool
}
