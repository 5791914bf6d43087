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

    /// The need that waits already and says the same: it was sent twice.
    func twin(of need: Need) -> Int? {
        needs.first { known in
            known.grantedOn == nil && known.sort == need.sort && known.what == need.what
                && known.amount == need.amount && known.owner == need.owner
        }?.number
    }

    /// The obstacle that is open already and says the same: it was sent twice.
    func twin(of obstacle: Obstacle) -> Int? {
        obstacles.first { known in
            known.solvedOn == nil && known.what == obstacle.what && known.owner == obstacle.owner
                && known.due == obstacle.due
        }?.number
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
        /// Nil for one that is shown.
        var takenBack: TakenBack?

        /// That a photo was taken back, and why.
        struct TakenBack: Sendable, Equatable {
            let reason: String
            let author: String
            let at: Instant

            static let reasonMax = 200
        }

        /// How many photos a project shows at most. Design value.
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
        /// Why more is spent than the project was planned to cost; nil where it is not.
        var overReason: String?
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

    /// What was spent in all months but one, in fen.
    func doneFen(beside month: CivilMonth) -> Int64 {
        counting.filter { $0.month != month }.reduce(0) { $0 + $1.allDoneFen }
    }

    /// The photos that are shown.
    var shownPhotos: [Photo] { photos.filter { $0.takenBack == nil } }

    /// What the progress of a month may be, from that of the month before to that of the month behind it: what is built
    /// does not fall.
    func progressBounds(of month: CivilMonth) -> (least: Int, most: Int) {
        let others = counting.filter { $0.month != month }
        return (
            others.last { $0.month < month }?.progress_percent ?? 0,
            others.first { $0.month > month }?.progress_percent ?? 100
        )
    }
}
