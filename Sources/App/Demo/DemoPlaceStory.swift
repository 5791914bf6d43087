import Kernel

/// What the month holds for an outlet of the invented city; all moments are counted back from its first start.
struct DemoPlaceStory: Sendable, Equatable {
    /// Exceedances of its first factor, each with the moves that its case has seen.
    var plays: [DemoPastPlay] = []
    /// Hours without usable values.
    var spells: [Spell] = []
    /// The day on which its furnace stayed too cold for a while, so many days back.
    var coldDaysAgo: Int64?
    /// What somebody does to its values.
    var trick: Trick?

    /// Hours without usable values, counted back from the last full hour.
    struct Spell: Sendable, Equatable {
        /// The mark sent then; nil when nothing is sent.
        let mark: String?
        let hoursAgo: Int64
        /// Nil while it goes on.
        let hours: Int64?
    }

    /// What somebody does to the values of an outlet.
    enum Trick: Sendable, Equatable {
        /// The logger converts to a reference oxygen that makes its values smaller, per cent.
        case converts(to: Double)
        /// The analyser's output stays where it is.
        case stuck
    }

    /// The story of an outlet; most have none.
    static func of(_ outlet: OutletID) -> DemoPlaceStory { all[outlet.text] ?? DemoPlaceStory() }

    /// How many outlets have a story.
    static var count: Int { all.count }

    /// The day on which a furnace of the city stayed too cold.
    static func coldDay(startedAt start: Instant) -> CivilDate {
        start.civil.date.adding(days: -(all.values.compactMap(\.coldDaysAgo).first ?? 0))
    }

    private static let all: [String: DemoPlaceStory] = [
        // Closed in every branch.
        "E0021-DA001": .init(plays: [.init(daysAgo: 27, multiple: 0.44, DemoMove.wholeLine)]),
        "E0022-DW001": .init(plays: [.init(daysAgo: 25, multiple: 0.31, DemoMove.wholeLine)]),
        "E0028-DA001": .init(plays: [.init(daysAgo: 22, multiple: 0.18, DemoMove.stated)]),
        "E0033-DA002": .init(plays: [.init(daysAgo: 26, multiple: 3.2, DemoMove.handedOver)]),
        "E0036-DA001": .init(plays: [.init(daysAgo: 20, multiple: 0.6, DemoMove.deviceRepaired)]),
        "E0030-DA001": .init(plays: [.init(daysAgo: 18, multiple: 0.25, DemoMove.markCorrected)]),
        "E0042-DA001": .init(plays: [.init(daysAgo: 16, multiple: 0.35, hours: 1, DemoMove.wholeLine)]),
        "E0055-DA001": .init(plays: [.init(daysAgo: 24, multiple: 0.7, DemoMove.secondTime)]),
        "E0029-DA001": .init(plays: [.init(daysAgo: 21, multiple: 0.5, DemoMove.late)]),
        "E0053-DW001": .init(plays: [.init(daysAgo: 19, multiple: 0.8, DemoMove.moreTime)]),
        "E0041-DA001": .init(plays: [.init(daysAgo: 11, multiple: 0.3, hours: 1, DemoMove.stated)]),
        "E0046-DW001": .init(plays: [.init(daysAgo: 13, multiple: 0.22, DemoMove.wholeLine)]),
        // On their way.
        "E0018-DW001": .init(plays: [.init(daysAgo: 6, multiple: 0.52, DemoMove.orderedNextDay)]),
        "E0049-DA001": .init(plays: [.init(daysAgo: 9, multiple: 0.46, DemoMove.reportedLater + [DemoMove.refused])]),
        "E0043-DA001": .init(plays: [.init(daysAgo: 7, multiple: 0.9, DemoMove.repairRefused)]),
        "E0056-DW002": .init(
            plays: [.init(daysAgo: 8, multiple: 0.28, DemoMove.qualified("mark") + DemoMove.sentBack)]),
        "E0027-DW001": .init(plays: [.init(daysAgo: 4, multiple: 0.19, DemoMove.beginning(4))]),
        "E0034-DW001": .init(plays: [.init(daysAgo: 3, multiple: 0.37, DemoMove.beginning(3))]),
        "E0052-DA001": .init(plays: [.init(daysAgo: 3, multiple: 0.41, DemoMove.qualified("exceedance"))]),
        "E0016-DA001": .init(plays: [.init(daysAgo: 2, multiple: 0.14, DemoMove.beginning(2))]),
        "E0026-DA001": .init(plays: [.init(daysAgo: 2, multiple: 0.33, DemoMove.beginning(1))]),
        "E0058-DA001": .init(coldDaysAgo: 2),
        // Monitoring without usable values.
        "E0014-DA001": .init(spells: [.init(mark: nil, hoursAgo: 31, hours: 7)]),
        "E0020-DA002": .init(spells: [.init(mark: "F", hoursAgo: 80, hours: nil)]),
        "E0023-DA002": .init(spells: [.init(mark: "D", hoursAgo: 27, hours: 9)]),
        "E0031-DW001": .init(spells: [.init(mark: "M", hoursAgo: 52, hours: 4)]),
        "E0037-DA001": .init(spells: [.init(mark: "T", hoursAgo: 33, hours: 2)]),
        "E0045-DA001": .init(spells: [.init(mark: "B", hoursAgo: 20, hours: nil)]),
        "E0051-DA001": .init(spells: [.init(mark: "M", hoursAgo: 29, hours: 3)]),
        // Made values.
        "E0032-DA001": .init(trick: .converts(to: 11)),
        "E0048-DW001": .init(trick: .stuck),
    ]
}

/// An exceedance of some day before, and the moves that its case has seen.
struct DemoPastPlay: Sendable, Equatable {
    let daysAgo: Int64
    /// By how much it exceeds.
    let multiple: Double
    /// How many neighbouring hours exceed; where daily means decide, the whole day does.
    let hours: Int64
    let moves: [DemoMove]

    /// The hour of the day at which it begins, so that people act by day.
    static let hourOfDay: Int64 = 8

    init(daysAgo: Int64, multiple: Double, hours: Int64 = 2, _ moves: [DemoMove]) {
        self.daysAgo = daysAgo
        self.multiple = multiple
        self.hours = hours
        self.moves = moves
    }

    /// The exceeding hours, of a story whose first start was at a moment.
    func span(startedAt start: Instant, byDay: Bool) -> Range<Instant> {
        let day = Instant(startOf: start.civil.date.adding(days: -daysAgo))
        guard !byDay else { return day..<day.adding(hours: 24) }
        return day.adding(hours: Self.hourOfDay)..<day.adding(hours: Self.hourOfDay + hours)
    }
}
