public import Kernel

/// An entry of the site's main navigation.
public struct NavigationItem: Sendable {
    /// Where it leads.
    public let path: String
    /// What it says.
    public let label: Phrase
    /// Who sees it.
    public let roles: Set<Role>
    /// Of liaisons only those whose day begins at one of these addresses; nil for all of the roles.
    public let homes: Set<String>?

    /// An entry of the main navigation.
    public init(path: String, label: Phrase, roles: Set<Role>, homes: Set<String>? = nil) {
        self.path = path
        self.label = label
        self.roles = roles
        self.homes = homes
    }

    /// Whether somebody sees it.
    func isFor(_ actor: Actor, home: String?) -> Bool {
        roles.contains(actor.role) && (homes.map { home.map($0.contains) ?? false } ?? true)
    }
}
