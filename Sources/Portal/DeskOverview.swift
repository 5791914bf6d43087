import Facts
import Kernel
import Persistence

/// What the desk of a scope shows: where each of its outlets stands, its open cases, its feed, its map.
struct DeskOverview: Sendable {
    let outlets: [OutletTile]
    /// The same, by identifier.
    let tiles: [OutletID: OutletTile]
    let cases: [OpenCase]
    let feed: [FeedItem]
    let outline: CityOutline?
    /// How far the journal was read.
    let told: Int64

    /// Items of the feed on an opened desk; live events add to them.
    private static let feedMax = 30

    init(scope: Scope, sources: any PortalSources, in access: any ReadAccess) throws {
        outlets = try sources.outlets(scope: scope, in: access)
        tiles = Dictionary(outlets.map { ($0.outlet, $0) }, uniquingKeysWith: { first, _ in first })
        cases = try sources.openCases(scope: scope, in: access)
        let sentences = FeedSentences(sources: sources, scope: scope, access: access)
        feed = try Journal.newest(kinds: FeedItem.kinds, scope: scope, limit: Self.feedMax, in: access)
            .compactMap { try sentences.item($0) }
        outline = try sources.cityOutline(in: access)
        told = try Journal.lastSequence(access)
    }
}
