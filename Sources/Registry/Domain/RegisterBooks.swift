public import Standards

/// The tables that fields of the register are chosen from.
public struct RegisterBooks: Sendable {
    /// The trades of GB/T 4754.
    public let industries: IndustryCatalogue
    /// The kinds of furnaces with their reference oxygen: the table by which Monitoring converts, so that both mean
    /// the same.
    public let furnaces: [ReferenceOxygen]

    /// The tables of the share folder.
    public init(industries: IndustryCatalogue, furnaces: [ReferenceOxygen]) {
        self.industries = industries
        self.furnaces = furnaces
    }

    /// No tables: nothing can be chosen from them.
    public static let none = RegisterBooks(industries: .none, furnaces: [])
}
