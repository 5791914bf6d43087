public import Kernel

/// Who may use a route. Whose *rows* are in sight is the storage layer's question (`Scope`).
public enum Permission: Sendable, Equatable {
    /// Anybody, signed in or not.
    case everyone
    /// Whoever is signed in, and programs with a token.
    case signedIn
    /// Whoever is signed in by a session: one's own account, which no token may touch.
    case ownSession
    /// Whoever is signed in as one of these.
    case roles(Set<Role>)
}
