public import Kernel

/// A project was entered in the reserve pool; amounts in fen.
public struct PoolProjectEntered: Fact {
    public static let kind = "governance.pool-project-entered"
    /// 1, 2, 3 … of the pool.
    public let project: Int
    /// What it is called.
    public let name: String
    /// The district; nil for the city as a whole.
    public let region: RegionCode?
    /// What it cleans: `water`, `air`, `soil`, `waste`, `ecology` or `capacity`.
    public let sort: String
    /// The unit that answers for it, as policies write it.
    public let unit: String
    /// What it costs in all, in fen.
    public let totalFen: Int64
    /// What is to come from each source (`bonds`, `government`, `social`, `bank`), in fen.
    public let planFen: [String: Int64]
    /// What it is.
    public let note: String
    /// When.
    public let day: CivilDate

    /// A project of the pool.
    public init(
        project: Int, name: String, region: RegionCode?, sort: String, unit: String, totalFen: Int64,
        planFen: [String: Int64], note: String, day: CivilDate
    ) {
        self.project = project
        self.name = name
        self.region = region
        self.sort = sort
        self.unit = unit
        self.totalFen = totalFen
        self.planFen = planFen
        self.note = note
        self.day = day
    }
}
