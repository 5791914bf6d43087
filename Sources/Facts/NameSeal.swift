public import Kernel

/// The digest of the name, and where it is kept the role, under which a person acted. A fact that holds it proves that
/// a name in a table is the one of that time, and tells no name itself: names may have to be forgotten (decision 130).
public enum NameSeal {
    /// The digest for a fact.
    ///
    /// - Parameters:
    ///   - name: The name as the table keeps it.
    ///   - author: Who acted.
    ///   - role: As what, where the table keeps it.
    public static func of(_ name: String, _ author: FactAuthor, role: Role? = nil) -> Digest256 {
        Digest256(of: [author.text, role?.rawValue ?? "", name].joined(separator: "\n"))
    }
}
