public import Kernel

/// An entry of the site's main navigation.
public struct NavigationItem: Sendable {
    /// Where it leads.
    public let path: String
    /// What it says.
    public let label: Phrase
    /// Who sees it.
    public let roles: Set<Role>

    /// An entry of the main navigation.
    public init(path: String, label: Phrase, roles: Set<Role>) {
        self.path = path
        self.label = label
        self.roles = roles
    }
}
