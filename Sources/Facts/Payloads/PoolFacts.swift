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

/// A project of the pool came to the next stage, or went back.
public struct PoolProjectMoved: Fact {
    public static let kind = "governance.pool-project-moved"
    /// The project of the pool.
    public let project: Int
    /// 1, 2, 3 … within the project.
    public let step: Int
    /// `reserve`, `ripe`, `applied`, `building` or `running`.
    public let stage: String
    /// When.
    public let day: CivilDate
    /// On which paper; of a way back, the reason.
    public let note: String

    /// A step.
    public init(project: Int, step: Int, stage: String, day: CivilDate, note: String) {
        self.project = project
        self.step = step
        self.stage = stage
        self.day = day
        self.note = note
    }
}

/// Money for a project of the pool is secured, or is no more.
public struct PoolMoneySecured: Fact {
    public static let kind = "governance.pool-money-secured"
    /// The project of the pool.
    public let project: Int
    /// 1, 2, 3 … within the project.
    public let entry: Int
    /// `bonds`, `government`, `social` or `bank`.
    public let source: String
    /// In fen; below zero for a counter entry.
    public let amountFen: Int64
    /// The entry that it takes back.
    public let belongsTo: Int?
    /// The number of the document; of a counter entry, the reason.
    public let document: String
    /// When.
    public let day: CivilDate

    /// Secured money.
    public init(
        project: Int, entry: Int, source: String, amountFen: Int64, belongsTo: Int?, document: String, day: CivilDate
    ) {
        self.project = project
        self.entry = entry
        self.source = source
        self.amountFen = amountFen
        self.belongsTo = belongsTo
        self.document = document
        self.day = day
    }
}
