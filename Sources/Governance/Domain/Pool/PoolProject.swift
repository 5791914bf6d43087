import Kernel

/// A project of the reserve pool as it stands.
struct PoolProject: Sendable, Equatable {
    /// 1, 2, 3 … of the pool.
    let number: Int
    let name: String
    /// Nil for the city as a whole.
    let region: RegionCode?
    let sort: PoolSort
    let unit: String
    let totalFen: Int64
    /// One for each source, in their order.
    let planFen: [Int64]
    let note: String
    let enteredOn: CivilDate
    var stage: PoolStage = .reserve
    /// What is secured, one for each source, in their order.
    var securedFen: [Int64] = ProjectRecord.Source.allCases.map { _ in 0 }

    static let nameMax = 120
    static let noteMax = 300

    var allSecuredFen: Int64 { securedFen.reduce(0, +) }
    /// What is not secured yet.
    var gapFen: Int64 { totalFen - allSecuredFen }

    /// A stage that it came to.
    struct Step: Sendable, Equatable {
        let number: Int
        let stage: PoolStage
        let day: CivilDate
        let note: String
        let author: String
    }

    /// Money that was secured, or taken back.
    struct Money: Sendable, Equatable {
        let number: Int
        let source: ProjectRecord.Source
        /// Below zero for a counter entry.
        let amountFen: Int64
        let belongsTo: Int?
        /// Of a counter entry, the reason.
        let document: String
        let day: CivilDate
        let author: String
    }

    /// How many projects stand at a stage, and their money.
    struct Total: Sendable, Equatable {
        let stage: PoolStage
        let projects: Int
        let totalFen: Int64
        let securedFen: Int64

        var gapFen: Int64 { totalFen - securedFen }
    }
}
