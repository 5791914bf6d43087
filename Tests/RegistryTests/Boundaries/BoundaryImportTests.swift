import Kernel
import TestMaterial
import Testing

@testable import Registry

struct BoundaryImportTests {
    private static let keqiao = RegionCode(checked: "330603")
    private static let regions = [RegionCode(checked: "330602"), keqiao]
    /// A square of a tenth of a degree, counter-clockwise.
    private static let square = "[[120.4,30.0],[120.5,30.0],[120.5,30.1],[120.4,30.1],[120.4,30.0]]"
    private static let hole = "[[120.42,30.02],[120.42,30.04],[120.44,30.04],[120.44,30.02],[120.42,30.02]]"

    private static func bounds() throws -> ProvinceBounds {
        try ProvinceBounds(json: Array(try RepositoryFile.text("share/rules/province-bounds.json").utf8))
    }

    private static func feature(_ rings: String, code: String = #""code":"330603""#, type: String = "Polygon") -> String
    {
        #"{"type":"Feature","properties":{\#(code)},"geometry":{"type":"\#(type)","coordinates":\#(rings)}}"#
    }

    private static func file(_ features: [String], head: String = "") -> [UInt8] {
        Array(#"{"type":"FeatureCollection",\#(head)"features":[\#(features.joined(separator: ","))]}"#.utf8)
    }

    private static func read(_ json: [UInt8], named: CoordinateFrame? = nil) throws -> BoundaryImport {
        BoundaryImport(json: json, named: named, regions: regions, bounds: try bounds())
    }

    @Test func `a sound file is taken, says which regions it lacks, and rings are turned as the standard wants`() throws
    {
        let backward = "[[120.4,30.0],[120.4,30.1],[120.5,30.1],[120.5,30.0],[120.4,30.0]]"
        let file = try Self.read(Self.file([Self.feature("[\(backward),\(Self.hole)]")]))
        #expect(file.refusals == [] && file.turnedRings == 1 && file.frame == .wgs84)
        #expect(file.missing == [RegionCode(checked: "330602")])
        let boundary = try #require(file.boundaries.first)
        #expect(boundary.region == Self.keqiao && boundary.positionCount == 10)
        #expect(boundary.pieces[0][0].doubleArea > 0 && boundary.pieces[0][1].doubleArea < 0)
        #expect(abs(boundary.outline.middle.longitude - 120.45) < 1e-9)
    }

    @Test(arguments: [
        #""adcode":330603"#, #""行政区划代码":"330603""#, #""XZQDM":"330603""#, #""region":"330603","name":"柯桥""#,
    ])
    func `the region's code is read under the names in use`(code: String) throws {
        #expect(try Self.read(Self.file([Self.feature("[\(Self.square)]", code: code)])).refusals == [])
    }

    private static let refusals: [([UInt8], String)] = [
        (Array("{".utf8), "no GeoJSON"),
        (Array(#"{"type":"Feature"}"#.utf8), "not a FeatureCollection"),
        (file([]), "holds no region"),
        (file([feature("[\(square)]", code: #""name":"x""#)]), "feature 1 has no region code"),
        (file([feature("[\(square)]", code: #""code":"110101""#)]), "110101 is no region of this city"),
        (file([feature("[\(square)]"), feature("[\(square)]")]), "stands in the file twice"),
        (file([feature("[120.4,30.0]", type: "Point")]), "is a Point, no area"),
        (file([feature("[[[120.4,30.0],[120.5,30.0],[120.4,30.0]]]")]), "fewer than four positions"),
        (file([feature("[[[120.4,30.0],[120.5,30.0],[120.5,30.1],[120.4,30.1]]]")]), "does not return to its start"),
        (file([feature("[[[120.4,30.0],[120.5,30.1],[120.5,30.0],[120.4,30.1],[120.4,30.0]]]")]), "cuts itself"),
        (file([feature("[[[120.4,30],[120.5,30],[120.6,30],[120.4,30]]]")]), "without area"),
        (file([feature("[[[30.0,120.4],[30.1,120.4],[30.1,120.5],[30.0,120.4]]]")]), "latitude before longitude"),
        (file([feature("[[[116.4,39.9],[116.5,39.9],[116.5,40.0],[116.4,39.9]]]")]), "outside its province"),
        (
            file([feature("[[[13400000,3500000],[13400100,3500000],[13400100,3500100],[13400000,3500000]]]")]),
            "no degrees"
        ),
        (file([feature("[\(square),[[121,30],[121.1,30],[121.1,30.1],[121,30]]]")]), "hole at"),
        (file([feature("[\(square)]")], head: #""crs":{"properties":{"name":"EPSG:3857"}},"#), "EPSG:3857"),
        (file([feature("[\(square)]")], head: #""crs":{"properties":{"name":"GCJ-02"}},"#), "--coordinates gcj-02"),
        (
            file([feature("[\(square)]", code: #""adcode":330603,"childrenNum":0,"acroutes":[1]"#)]),
            "public atlas"
        ),
    ]

    @Test(arguments: refusals)
    func `a file with anything wrong stays outside whole, with what and what helps`(
        json: [UInt8], words: String
    ) throws {
        let file = try Self.read(json)
        #expect(file.boundaries.isEmpty)
        #expect(file.refusals.contains { $0.contains(words) && $0.contains(":") }, "\(file.refusals)")
    }

    @Test func `one wrong region keeps the right ones outside`() throws {
        let other = Self.feature("[[[1,1],[2,1],[2,2],[1,1]]]", code: #""code":"330602""#)
        let file = try Self.read(Self.file([Self.feature("[\(Self.square)]"), other]))
        #expect(file.boundaries.isEmpty && file.refusals.count == 1)
    }

    @Test(arguments: ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4490", "CGCS2000"])
    func `frames of degrees are told by their names`(name: String) throws {
        let head = #""crs":{"type":"name","properties":{"name":"\#(name)"}},"#
        #expect(try Self.read(Self.file([Self.feature("[\(Self.square)]")], head: head)).refusals == [])
    }

    @Test func `GCJ-02 that is named is turned back, and differs by some hundred metres`() throws {
        let file = try Self.read(Self.file([Self.feature("[\(Self.square)]")]), named: .gcj02)
        #expect(file.refusals == [])
        let first = try #require(file.boundaries.first?.pieces.first?.first?.positions.first)
        #expect((0.003...0.006).contains(120.4 - first.longitude) && (0.001...0.004).contains(first.latitude - 30))
    }

    @Test func `the shift has the worked figures of the method page, and is taken back to a centimetre`() {
        let shifted = ShiftedPosition.shifted(GeoPosition(longitude: 116.404, latitude: 39.915))
        #expect(
            abs(shifted.longitude - 116.410_244_499_17) < 1e-10 && abs(shifted.latitude - 39.916_404_281_50) < 1e-10)
        let here = ShiftedPosition.shifted(GeoPosition(longitude: 120.58, latitude: 30))
        #expect(abs(here.longitude - 120.584_079_608_43) < 1e-10 && abs(here.latitude - 29.997_364_328_75) < 1e-10)
        for (longitude, latitude) in [(73.6, 39.5), (116.404, 39.915), (120.58, 30.0), (134.7, 48.4), (110.3, 18.3)] {
            let ground = GeoPosition(longitude: longitude, latitude: latitude)
            let back = ShiftedPosition.ground(of: ShiftedPosition.shifted(ground))
            #expect(abs(back.longitude - longitude) < 1e-7 && abs(back.latitude - latitude) < 1e-7)
        }
    }

    @Test func `a small map draws few corners and no specks`() throws {
        let circle = (0...2_000).map { step -> GeoPosition in
            // A rough circle out of a square walked with a wobble; only the count of corners matters.
            let share = Double(step % 2_000) / 2_000 * 4
            let (side, along) = (Int(share), share - Double(Int(share)))
            let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
            let wobble = step % 2_000 == 0 ? 0 : Double(step % 7) * 1e-4
            return GeoPosition(
                longitude: 120 + corners[side].0 + (corners[side + 1].0 - corners[side].0) * along + wobble,
                latitude: 29 + corners[side].1 + (corners[side + 1].1 - corners[side].1) * along - wobble)
        }
        let speck = [(120.0, 28.5), (120.001, 28.5), (120.001, 28.501), (120.0, 28.5)].map {
            GeoPosition(longitude: $0.0, latitude: $0.1)
        }
        let outline = RegionBoundary(
            region: Self.keqiao, pieces: [[BoundaryRing(positions: speck)], [BoundaryRing(positions: circle)]]
        ).outline
        #expect(outline.rings.count == 1)
        #expect(outline.rings[0].count == RegionOutline.cornersMax && outline.rings[0].first == outline.rings[0].last)
    }
}
