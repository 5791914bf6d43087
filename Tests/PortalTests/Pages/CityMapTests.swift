import Facts
import Foundation
import Kernel
import TestMaterial
import Testing
import Web

@testable import Portal

struct CityMapTests {
    private static let region = RegionCode(checked: "330603")
    private static let square = [(120.0, 30.0), (121.0, 30.0), (121.0, 30.5), (120.0, 30.5), (120.0, 30.0)].map {
        MapPosition(longitude: $0.0, latitude: $0.1)
    }

    private static func official(approval: String?) -> CityMap {
        let middle = MapPosition(longitude: 120.5, latitude: 30.25)
        return CityMap(
            CityOutline(
                regions: [CityOutline.Region(code: region, middle: middle, rings: [square])], source: "自然资源局",
                approval: approval))
    }

    private static func tile(_ outlet: String) -> OutletTile {
        OutletTile(
            outlet: OutletID(checked: outlet), title: "DA001", enterprise: EnterpriseID(checked: "E1"),
            enterpriseName: "示例热电", region: region, regionName: Phrase("柯桥区", "Keqiao"), newestAt: nil,
            newestValue: nil, limit: nil)
    }

    @Test func `official boundaries fill the drawing, north above, wide as the cosine has it`() throws {
        let map = Self.official(approval: nil)
        // Half a degree of latitude against a degree of longitude times cos 30.25°: 384 / 0.86384 / 2 = 222.3.
        #expect(map.viewBox == "0 0 400 239")
        #expect(map.shapes[0].path == "M8 230.3L392 230.3L392 8L8 8L8 230.3Z")
        #expect(map.shapes[0].x == 200 && map.shapes[0].y == 119)
    }

    @Test func `the desk says where its map comes from, and that a schematic is one`() throws {
        let json = try RepositoryFile.text("share/rules/schematic-map.json")
        let schematic = CityMap(try SchematicMap(json: Array(json.utf8)))
        var notes: [String] = []
        for map in [schematic, Self.official(approval: nil), Self.official(approval: "浙S(2026)1号")] {
            let figures = DeskFigures(outlets: [Self.tile("O1")], cases: [], now: Instant(milliseconds: 0))
            notes.append(DeskMap(map: map, figures: figures, chosen: nil).view(.chinese)["note"] as? String ?? "")
        }
        #expect(notes[0].contains("示意图") && !notes[1].contains("示意图"))
        #expect(notes[1].contains("自然资源局") && notes[2].contains("审图号 浙S(2026)1号"))
        #expect(schematic.shapes.count == 7 && schematic.shapes[0].path.hasPrefix("M16,58L120,18L"))
    }

    /// A letter of a name takes at most 9.9 units: DejaVu Sans 600, the widest that browsers used, at the 14
    /// units of `.map-name`.
    @Test func `each English name of the schematic lies within its region, clear of the border`() throws {
        struct Known: Decodable {
            let code: String
            let name: [String: String]
        }
        let json = try RepositoryFile.text("share/rules/schematic-map.json")
        let regions = try RepositoryFile.text("share/rules/regions.json")
        let known = try JSONDecoder().decode([Known].self, from: Data(regions.utf8))
        for region in try SchematicMap(json: Array(json.utf8)).regions {
            let english = known.first { $0.code == region.code.text }?.name["en"]
            let name = try #require(english?.split(separator: " ").first)
            let half = Double(name.count) * 9.9 / 2
            // The middle of the letters and the line they stand on.
            for height in [Double(region.y) - 10, Double(region.y)] {
                let crossings = Self.crossings(of: region.outline, at: height)
                let (left, right) = (Double(region.x) - half, Double(region.x) + half)
                let isInside = stride(from: 0, to: crossings.count - 1, by: 2).contains { place in
                    crossings[place] + 1 < left && right < crossings[place + 1] - 1
                }
                #expect(isInside, "\(name) at \(height) between \(crossings)")
            }
        }
    }

    /// Where a horizontal line crosses the border, from left to right.
    private static func crossings(of outline: String, at height: Double) -> [Double] {
        let corners = outline.split(separator: " ").map { $0.split(separator: ",").compactMap { Double($0) } }
        return zip(corners, corners.dropFirst() + corners.prefix(1)).compactMap { from, to in
            guard (from[1] <= height) != (to[1] <= height) else { return nil }
            return from[0] + (height - from[1]) / (to[1] - from[1]) * (to[0] - from[0])
        }.sorted()
    }

    @Test func `a feature always has a geometry, nil where its place is not known`() throws {
        let collection = FeatureCollection(
            features: [
                FeatureCollection<[String: String]>.Feature(id: "O1", geometry: nil, properties: ["name": "一"]),
                FeatureCollection<[String: String]>.Feature(
                    id: "O2", geometry: .point(MapPosition(longitude: 120.5, latitude: 30)), properties: [:]),
            ], next: nil)
        #expect(
            try collection.text() == """
                {"features":[{"geometry":null,"id":"O1","properties":{"name":"一"},"type":"Feature"},\
                {"geometry":{"coordinates":[120.5,30],"type":"Point"},"id":"O2","properties":{},"type":"Feature"}],\
                "type":"FeatureCollection"}
                """)
    }

    @Test func `the list of outlets has all its words, empty and full`() throws {
        let tiles = ["O1", "O2"].map(Self.tile)
        let open = OpenCase(
            id: CaseID(checked: "C1"), outlet: tiles[0].outlet, enterprise: tiles[0].enterprise, level: .blue,
            state: Phrase("待确认", "to be confirmed"), due: nil, isOverdue: true,
            factor: Phrase("二氧化硫", "sulphur dioxide"))
        let regions = [
            (code: Self.region, name: Phrase("柯桥区", "Keqiao")),
            (code: RegionCode(checked: "330602"), name: Phrase("越城区", "Yuecheng")),
        ]
        var choice = OutletChoice()
        (choice.medium, choice.standing, choice.park) = (.gas, .silent, "P1")
        let full = OutletListPage(
            outlets: tiles, cases: [tiles[0].outlet: open], regions: regions, region: Self.region,
            choice: choice, parks: [("P1", "滨海园区")],
            factors: [(.sulphurDioxide, Phrase("二氧化硫", "sulphur dioxide"))], geoHref: "/outlets.geojson?park=P1",
            next: "/outlets?after=O2", now: Instant(milliseconds: 0))
        let empty = OutletListPage(
            outlets: [], cases: [:], regions: regions, region: nil, choice: OutletChoice(), parks: [], factors: [],
            geoHref: "/outlets.geojson", next: nil, now: Instant(milliseconds: 0))
        var outlets = try TemplateWalk(OutletListPage.template)
        for language in Language.allCases {
            for page in [full, empty] { try outlets.walk(page.view(language)) }
            #expect(full.tables(language)[0].rows.count == 2)
        }
        // A filter that nobody set is an empty field.
        let unset = ["industry is empty", "text is empty"]
        #expect(outlets.problems.filter { !unset.contains(where: $0.hasSuffix) } == [])
        #expect(outlets.unvisited == [])
    }
}
