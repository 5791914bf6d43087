import Facts
import Kernel

/// What was said about a project: who answers for it, its months, what stands in its way.
struct ProjectRecord: Sendable, Equatable {
    let project: Int
    var unit: String?
    /// By month, then by number: the last one of a month counts.
    var months: [Month] = []
    var obstacles: [Obstacle] = []

    /// Where money comes from.
    enum Source: String, Sendable, CaseIterable {
        case bonds
        case government
        case social
        case bank
    }

    /// A month as it was reported.
    struct Month: Sendable, Equatable {
        let month: CivilMonth
        let number: Int
        let plannedFen: Int64
        /// One for each source, in their order.
        let doneFen: [Int64]
        let progress_percent: Int
        let note: String
        let reason: String?
        let author: String
        let filedAt: Instant

        var allDoneFen: Int64 { doneFen.reduce(0, +) }
    }

    /// Something that stands in the way.
    struct Obstacle: Sendable, Equatable {
        let number: Int
        let what: String
        let owner: String
        let due: CivilDate
        var solvedOn: CivilDate?
        var how: String?
    }

    /// The months that count, the first first.
    var counting: [Month] {
        var last: [CivilMonth: Month] = [:]
        for month in months { last[month.month] = month }
        return last.values.sorted { $0.month < $1.month }
    }

    /// What was spent until the end of a month, in fen.
    func doneFen(by month: CivilMonth) -> Int64 {
        counting.filter { $0.month <= month }.reduce(0) { $0 + $1.allDoneFen }
    }

    /// What was spent in a year until a month of it, in fen.
    func doneFen(inYearOf month: CivilMonth) -> Int64 {
        counting.filter { $0.month.year == month.year && $0.month <= month }.reduce(0) { $0 + $1.allDoneFen }
    }

    var progress_percent: Int? { counting.last?.progress_percent }
}
