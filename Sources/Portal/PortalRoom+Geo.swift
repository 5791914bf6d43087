import Facts
import Kernel
import Persistence
import Web

extension PortalRoom {
    /// How many outlets a part holds: of the public one, whose outlets each cost lookups, and of the officers'.
    private static let (publicFeaturesMax, featuresMax) = (100, 1_000)

    /// Outlets and regions for map programs.
    func geoRoutes(readers: Permission) -> [Route] {
        let query: [FormField] = [Self.regionFilter, .place(name: "after", .outlet)]
        let type = Route.Answer.text("application/geo+json")
        return [
            Route(
                .get, "/public/outlets.geojson",
                summary: Phrase("公开的排放口（GeoJSON）", "monitored sources for anybody, as GeoJSON"),
                permission: .everyone, query: query, answer: type,
                content: JSONForm(of: FeatureCollection<PublicProperties>.self)
            ) { visit in try await publicFeatures(visit) },
            Route(
                .get, "/outlets.geojson", summary: Phrase("排放口（GeoJSON）", "outlets in sight, as GeoJSON"),
                permission: readers,
                query: [Self.regionFilter] + OutletListPage.query + [.place(name: "after", .outlet)],
                answer: type,
                content: JSONForm(of: FeatureCollection<Properties>.self)
            ) { visit in try await features(visit) },
            Route(
                .get, "/districts.geojson",
                summary: Phrase("行政界线（GeoJSON）", "the imported boundaries, as GeoJSON"), permission: readers,
                answer: type, content: JSONForm(of: FeatureCollection<DistrictProperties>.self)
            ) { _ in try await districts() },
        ]
    }

    private struct PublicProperties: Encodable {
        let name: String
        let enterprise: String
        let region: String
        let regionName: String
        let means: [PublicOutletsPage.Content.Mean]
    }

    private func publicFeatures(_ visit: Visit) async throws -> Reply {
        let sources = sources
        let region = visit.query("region").flatMap { RegionCode($0) }
        let after = visit.query("after").flatMap { OutletID($0) }
        let (found, places) = try await database.read { access in
            let found = try sources.publicOutlets(
                of: region, named: nil, after: after, limit: Self.publicFeaturesMax + 1, in: access)
            return (found, try sources.positions(of: found.map(\.outlet), in: access))
        }
        let shown = found.prefix(Self.publicFeaturesMax)
        let collection = FeatureCollection(
            features: shown.map { outlet in
                FeatureCollection<PublicProperties>.Feature(
                    id: outlet.outlet.text, geometry: places[outlet.outlet].map { .point($0) },
                    properties: PublicProperties(
                        name: outlet.title, enterprise: outlet.enterpriseName, region: outlet.region.text,
                        regionName: outlet.regionName(visit.language),
                        means: outlet.means.map(PublicOutletsPage.content)))
            }, next: found.count > shown.count ? shown.last.map { visit.address(with: "after", $0.outlet.text) } : nil)
        return try Self.reply(collection)
    }

    private struct Properties: Encodable {
        let name: String
        let enterprise: String
        let enterpriseName: String
        let region: String
        let regionName: String
        let factor: String?
        let value: String?
        let limit: String?
        let at: String?
        let caseID: String?
        let level: String?
    }

    private func features(_ visit: Visit) async throws -> Reply {
        let (part, sources) = (try await outletPart(visit, rowsMax: Self.featuresMax), sources)
        let (places, worst) = (
            try await database.read { access in try sources.positions(of: part.shown.map(\.outlet), in: access) },
            part.cases
        )
        let collection = FeatureCollection(
            features: part.shown.map { tile in
                FeatureCollection<Properties>.Feature(
                    id: tile.outlet.text, geometry: places[tile.outlet].map { .point($0) },
                    properties: Properties(
                        name: tile.title, enterprise: tile.enterprise.text, enterpriseName: tile.enterpriseName,
                        region: tile.region.text, regionName: tile.regionName(visit.language),
                        factor: tile.factor?(.chinese),
                        value: tile.newestValue?.description, limit: tile.limit?.description,
                        at: tile.newestAt?.civil.isoText, caseID: worst[tile.outlet]?.id.text,
                        level: worst[tile.outlet]?.level.rawValue))
            }, next: part.next)
        return try Self.reply(collection)
    }

    private struct DistrictProperties: Encodable {
        let code: String
        let name: Phrase
    }

    private func districts() async throws -> Reply {
        let sources = sources
        let grounds = try await database.read { access in try sources.boundaries(in: access) }
        return try Self.reply(
            FeatureCollection(
                features: grounds.map { ground in
                    FeatureCollection<DistrictProperties>.Feature(
                        id: ground.region.text, geometry: .pieces(ground.pieces),
                        properties: DistrictProperties(code: ground.region.text, name: ground.name))
                }, next: nil))
    }

    private static func reply(_ collection: FeatureCollection<some Encodable>) throws -> Reply {
        .text(try collection.text(), contentType: "application/geo+json")
    }
}
