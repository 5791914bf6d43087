import Facts
import Kernel
import Web

/// The live desk: what just happened, and where every outlet in sight stands.
struct DeskPage: Page {
    static let template = "Portal/DeskPage"

    let outlets: [OutletTile]
    let cases: [OpenCase]
    let feed: [FeedItem]
    /// How far the journal was read for the feed: the live events go on from here.
    let told: Int64
    let figures: DeskFigures
    let map: CityMap
    /// The region that the list is narrowed to.
    let region: RegionCode?
    let now: Instant

    struct Content: Encodable, Sendable {
        let outlets: Int
        let reporting: Int
        let openCases: Int
        let overdue: Int
        let feed: [FeedItem.Content]
    }

    func title(_ language: Language) -> String { Phrase("实时值守", "Live desk")(language) }

    var content: Content {
        Content(
            outlets: figures.outlets, reporting: figures.reporting, openCases: figures.openCases,
            overdue: figures.overdue, feed: feed.map(\.content))
    }

    func view(_ language: Language) -> [String: Any] {
        let worst = Dictionary(grouping: cases, by: \.outlet).compactMapValues { cases in
            cases.max { $0.level < $1.level }
        }
        return [
            "figures": [
                "outlets": String(figures.outlets), "reporting": String(figures.reporting),
                "openCases": String(figures.openCases), "overdue": String(figures.overdue),
            ],
            "map": DeskMap(map: map, figures: figures, chosen: region).view(language),
            "language": language.rawValue,
            "chosenRegion": region.flatMap { figures.regions[$0]?.name(language) } ?? "",
            "isNarrowed": region != nil,
            "told": String(told),
            "hasFeed": !feed.isEmpty,
            "feed": feed.map { $0.view(language) },
            "outlets": outlets.filter { region == nil || $0.region == region }.map {
                OutletRow($0, worst[$0.outlet], now: now, language).view
            },
        ]
    }
}
