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
    /// Whether the visitor may import the register, which is what a new installation needs first.
    let mayImport: Bool

    /// Lines of outlets on the desk; the list of outlets has them all. Design value.
    private static let rowsMax = 60

    /// The desk of an overview; a region without outlets in sight narrows nothing.
    init(_ overview: DeskOverview, map: SchematicMap, region: RegionCode?, now: Instant, mayImport: Bool) {
        outlets = overview.outlets
        cases = overview.cases
        feed = overview.feed
        told = overview.told
        figures = DeskFigures(outlets: overview.outlets, cases: overview.cases, now: now)
        self.map = overview.outline.map(CityMap.init) ?? CityMap(map)
        self.region = region.flatMap { code in overview.outlets.contains { $0.region == code } ? code : nil }
        self.now = now
        self.mayImport = mayImport
    }

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
        let worst = Dictionary(cases.map { ($0.outlet, $0) }, uniquingKeysWith: { $0.level < $1.level ? $1 : $0 })
        let chosen = outlets.filter { region == nil || $0.region == region }
        let shown = mostUrgent(of: chosen, worst)
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
            "isEmpty": outlets.isEmpty, "mayImport": mayImport,
            "hasFeed": !feed.isEmpty,
            "feed": feed.map { $0.view(language) },
            "outlets": shown.map { OutletRow($0, worst[$0.outlet], now: now, language).view },
            "hasMore": shown.count < chosen.count,
            "more": Phrase(
                "这里是最紧要的 \(shown.count) 个，共 \(chosen.count) 个：查看全部",
                "The \(shown.count) most urgent of \(chosen.count): show all")(language),
            "moreHref": region.map { "/outlets?region=\($0)" } ?? "/outlets",
        ]
    }

    /// Outlets with the loudest cases first, then those that are silent, then the others; when all have room, in the
    /// register's order.
    private func mostUrgent(of outlets: [OutletTile], _ worst: [OutletID: OpenCase]) -> [OutletTile] {
        guard outlets.count > Self.rowsMax else { return outlets }
        func urgency(_ tile: OutletTile) -> Int {
            guard let level = worst[tile.outlet]?.level else { return DeskFigures.isReporting(tile, now: now) ? 0 : 1 }
            return 2 + (WarningLevel.allCases.firstIndex(of: level) ?? 0)
        }
        let ranked = outlets.enumerated().map { (urgency: urgency($0.element), place: $0.offset, tile: $0.element) }
            .sorted { ($1.urgency, $0.place) < ($0.urgency, $1.place) }
        return ranked.prefix(Self.rowsMax).map(\.tile)
    }
}
