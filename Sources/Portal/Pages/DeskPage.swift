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
    let map: SchematicMap
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
                row($0, worst[$0.outlet], language)
            },
        ]
    }

    private func row(_ tile: OutletTile, _ worst: OpenCase?, _ language: Language) -> [String: Any] {
        let isReporting = DeskFigures.isReporting(tile, now: now)
        let reading = DeskFigures.Reading(tile, now: now)
        return [
            "outlet": tile.outlet.text,
            "title": tile.title,
            "enterprise": tile.enterprise.text,
            "enterpriseName": tile.enterpriseName,
            "region": tile.regionName(language),
            "value": reading.value,
            "factor": reading.factor,
            "limit": reading.limit,
            "at": reading.at,
            "lineTag": isReporting ? "done" : "neutral",
            "lineWord": (isReporting ? Phrase("在线", "on line") : Phrase("无数据", "silent"))(language),
            "hasCase": worst != nil,
            "case": worst?.id.text ?? "",
            "caseState": worst?.state(language) ?? "",
            "levelTag": worst?.level.rawValue ?? "",
            "level": worst?.level.phrase(language) ?? "",
        ]
    }
}
