import Facts
import Kernel
import Persistence
import Web

extension PortalRoom {
    /// How the address of a list or of the desk says a region.
    static let regionFilter = FormField.filter("region", Phrase("属地", "Region"), .text(max: 12))

    /// The lists: outlets, and what anybody may see of them.
    func listRoutes(readers: Permission) -> [Route] {
        Route.list(
            "/outlets", summary: Phrase("排放口列表", "the list of outlets"), permission: readers,
            query: [Self.regionFilter] + OutletListPage.query, place: "after", page: outlets)
            + [
                // Anybody may ask for it and each outlet costs lookups: it comes in parts, and is not handed out whole.
                Route(
                    .get, "/public/outlets", summary: Phrase("污染源自动监测信息公开", "monitored sources, for anybody"),
                    permission: .everyone,
                    query: [Self.regionFilter, .filter("after", Phrase("从何处续列", "Where the list goes on"))]
                ) { visit in .page(try await publicOutlets(visit)) }
            ]
    }

    /// How many outlets a part of the public list holds.
    private static let publicMax = 30

    private func publicOutlets(_ visit: Visit) async throws -> PublicOutletsPage {
        let sources = sources
        let region = visit.query("region").flatMap { RegionCode($0) }
        let after = visit.query("after").flatMap { OutletID($0) }
        let found = try await database.read { access in
            try sources.publicOutlets(of: region, after: after, limit: Self.publicMax + 1, in: access)
        }
        let shown = Array(found.prefix(Self.publicMax))
        let next = found.count > shown.count ? shown.last.map { visit.address(with: "after", $0.outlet.text) } : nil
        return PublicOutletsPage(
            outlets: shown, regions: sources.regions, region: region, next: next)
    }

    private func outlets(_ visit: Visit, rowsMax: Int) async throws -> OutletListPage {
        let region = visit.query("region").flatMap { RegionCode($0) }
        let whole = try visit.signedIn().scope
        let scope = whole.narrowed(to: region)
        let after = visit.query("after").flatMap { OutletID($0) }
        let (sources, now, choice) = (sources, visit.now, OutletListPage.choice(visit))
        return try await database.read { access in
            let open = try sources.openCases(scope: scope, in: access)
            let cases = Dictionary(
                open.map { ($0.outlet, $0) }, uniquingKeysWith: { $0.level < $1.level ? $1 : $0 })
            let found = try Self.outlets(sources, scope, choice, after: after, atLeast: rowsMax + 1, access) { tile in
                choice.standing.map { standing in
                    switch standing {
                    case .reporting: DeskFigures.isReporting(tile, now: now)
                    case .silent: !DeskFigures.isReporting(tile, now: now)
                    case .cases: cases[tile.outlet] != nil
                    }
                } ?? true
            }
            let shown = Array(found.prefix(rowsMax))
            let last = found.count > shown.count ? shown.last : nil
            return OutletListPage(
                outlets: shown, cases: cases, regions: sources.regions, region: region, choice: choice,
                parks: try sources.parks(scope: whole, in: access),
                next: last.map { visit.address(with: "after", $0.outlet.text) }, now: now)
        }
    }

    /// Reads on, part by part, until enough outlets stand as wanted: how one stands is known only of what was read.
    private static func outlets(
        _ sources: any PortalSources, _ scope: Scope, _ choice: OutletChoice, after: OutletID?, atLeast count: Int,
        _ access: any ReadAccess, where isWanted: (OutletTile) -> Bool
    ) throws -> [OutletTile] {
        var (found, place): ([OutletTile], OutletID?) = ([], after)
        while found.count < count {
            let part = try sources.outlets(scope: scope, choice, after: place, limit: count, in: access)
            found += part.filter(isWanted)
            guard part.count == count, let last = part.last else { break }
            place = last.outlet
        }
        return found
    }
}
