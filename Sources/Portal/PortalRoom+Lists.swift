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
            query: [Self.regionFilter], place: "after", page: outlets)
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
        let scope = try visit.signedIn().scope.narrowed(to: region)
        let after = visit.query("after").flatMap { OutletID($0) }
        let (sources, now) = (sources, visit.now)
        return try await database.read { access in
            let found = try sources.outlets(scope: scope, after: after, limit: rowsMax + 1, in: access)
            let shown = Array(found.prefix(rowsMax))
            let last = found.count > shown.count ? shown.last : nil
            let open = try sources.openCases(scope: scope, in: access)
            return OutletListPage(
                outlets: shown,
                cases: Dictionary(
                    open.map { ($0.outlet, $0) }, uniquingKeysWith: { $0.level < $1.level ? $1 : $0 }),
                regions: sources.regions, region: region,
                next: last.map { visit.address(with: "after", $0.outlet.text) }, now: now)
        }
    }
}
