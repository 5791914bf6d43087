/// A project as somebody enters it in the pool. Amounts are texts in 万元; empty ones are nothing.
public struct SaidPoolProject: Sendable, Equatable {
    let name: String
    /// The code of a district; empty for the city as a whole.
    let region: String
    let sort: String
    let unit: String
    let total: String
    /// One for each source: special bonds, government, social capital, bank.
    let plan: [String]
    let note: String

    /// A project as somebody enters it.
    public init(name: String, region: String, sort: String, unit: String, total: String, plan: [String], note: String) {
        self.name = name
        self.region = region
        self.sort = sort
        self.unit = unit
        self.total = total
        self.plan = plan
        self.note = note
    }
}
