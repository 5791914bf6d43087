public import Kernel

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
