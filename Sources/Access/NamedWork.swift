public import Kernel
public import Persistence

/// What the room asks of whoever gives people work by name, beside the duties of their post.
public struct NamedWork: Sendable {
    /// Something that one person answers for.
    public struct Item: Sendable, Equatable {
        /// What it is.
        public let name: Phrase
        /// The public page about it; nil where there is none.
        public let address: String?

        /// Something that one person answers for.
        public init(name: Phrase, address: String?) {
            self.name = name
            self.address = address
        }
    }

    let items: @Sendable (PersonID, any ReadAccess) throws -> [Item]

    /// Nobody is given work by name.
    public static let none = NamedWork { _, _ in [] }

    /// Work by name.
    ///
    /// - Parameter items: What a person answers for.
    public init(items: @escaping @Sendable (PersonID, any ReadAccess) throws -> [Item]) { self.items = items }
}
