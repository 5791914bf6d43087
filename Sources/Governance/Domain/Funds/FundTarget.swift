/// What an allocation of a fund is for.
public struct FundTarget: Sendable, Equatable {
    let sort: Sort
    /// The number of the project or task, or the name of the enterprise or purpose.
    let name: String

    /// What an allocation is for.
    public init(_ sort: Sort, _ name: String) {
        self.sort = sort
        self.name = name
    }

    /// What kind of thing it is.
    public enum Sort: String, Sendable, CaseIterable {
        /// A key project of the policy, by its number.
        case project
        /// A task of the policy, by its number.
        case task
        /// An enterprise that moves, by its registered name.
        case enterprise
        /// Something else, in words.
        case other
    }
}
