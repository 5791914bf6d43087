import Facts
import Kernel

/// What was said about a project: who answers for it, its months, what stands in its way.
struct ProjectRecord: Sendable, Equatable {
    let project: Int
    var unit: String?
    /// By month, then by number: the last one of a month counts.
    var months: [Month] = []
    var obstacles: [Obstacle] = []
    var needs: [Need] = []
    var place: Place?
    var photos: [Photo] = []

    /// Land or a quota that it needs.
    struct Need: Sendable, Equatable {
        let number: Int
        let sort: ProjectNeedSort
        let what: String
        /// In the unit of the sort.
        let amount: DecimalNumber
        /// The unit that is to grant it.
        let owner: String
        let askedOn: CivilDate
        var grantedOn: CivilDate?
        var document: String?
    }

    /// Where it lies, in degrees (CGCS2000).
    struct Place: Sendable, Equatable {
        let longitude: DecimalNumber
        let latitude: DecimalNumber

        /// What holds the city with room to spare. Design values.
        static let longitudes = DecimalNumber(119)...DecimalNumber(122)
        static let latitudes = DecimalNumber(29)...DecimalNumber(31)
    }

    /// A photo; its bytes lie in the folder of evidence.
    struct Photo: Sendable, Equatable {
        let number: Int
        /// What it shows, for whoever cannot see it.
        let shows: String
        let day: CivilDate
        let mediaType: String
        let size_bytes: Int64
        let sha256: Digest256
        let author: String

        /// How many photos a project has at most. Design value.
        static let piecesMax = 30
        static let showsMax = 200
    }

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
        /// Nil where a program recorded it that did not ask.
        let raisedOn: CivilDate?
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
