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

    /// Whether a page for these roles can be narrowed to a region or an enterprise for somebody: one that nobody uses
    /// who sees a part of the city by their post is about the whole city, and so is all that administrators and
    /// liaisons do.
    static func narrows(_ role: Role, on roles: Set<Role>) -> Bool {
        let sorts: Set<Role> = [.cityOfficer, .branchOfficer, .enterpriseManager]
        return sorts.contains(role) && !roles.isDisjoint(with: [.branchOfficer, .enterpriseManager])
    }
}
