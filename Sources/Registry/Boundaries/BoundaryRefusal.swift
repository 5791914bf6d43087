import Kernel

/// Why a file of boundaries is not taken. One wrong line and the whole file stays outside.
enum BoundaryRefusal: Sendable, Equatable {
    case notGeoJSON(String)
    case notACollection(String)
    case tooLarge(positions: Int)
    case foreignFrame(String)
    case shiftedUnnamed
    case shiftedAtlas
    case frameDiffers(named: CoordinateFrame, told: CoordinateFrame)
    case empty
    case noCode(feature: Int)
    case unknownRegion(String)
    case twice(RegionCode)
    case noArea(RegionCode, String)
    case notDegrees(RegionCode, GeoPosition)
    case axesSwapped(RegionCode)
    case outside(RegionCode, GeoPosition)
    case shortRing(RegionCode)
    case openRing(RegionCode, GeoPosition)
    case noExtent(RegionCode)
    case crossing(RegionCode, GeoPosition)
    case holeOutside(RegionCode, GeoPosition)

    /// What is wrong, why it matters, and what helps.
    var words: String {
        switch self {
        case .notGeoJSON(let why): "the file is no GeoJSON (\(why)): export it as GeoJSON (RFC 7946), UTF-8"
        case .notACollection(let type):
            "the file is a \(type), not a FeatureCollection of regions: export all regions as one FeatureCollection"
        case .tooLarge(let positions):
            "the file has \(positions) positions, more than \(BoundaryImport.positionsMax): simplify it first"
        case .foreignFrame(let name):
            "the file is measured in \(name); a map needs degrees: convert it to WGS-84 or CGCS2000 (EPSG:4490)"
        case .shiftedUnnamed:
            "the file says that it is GCJ-02, whose degrees are shifted by up to 600 m: get the official file in "
                + "CGCS2000, or name it with --coordinates gcj-02 to have it turned back"
        case .shiftedAtlas:
            "the file looks like a web map's public atlas, whose degrees are GCJ-02 without saying so: get the "
                + "official file, or name it with --coordinates gcj-02 to have it turned back"
        case .frameDiffers(let named, let told):
            "you named \(named.rawValue), the file says \(told.rawValue): leave --coordinates out, or mend the file"
        case .empty: "the file holds no region: export the city's districts and counties"
        case .noCode(let feature):
            "feature \(feature) has no region code: give each one a property \"code\" with its six digits (GB/T 2260)"
        case .unknownRegion(let code):
            "\(code) is no region of this city: leave it out, or add it to rules/regions.json first"
        case .twice(let region): "\(region) stands in the file twice: join its pieces into one MultiPolygon"
        case .noArea(let region, let type): "\(region) is a \(type), no area: export it as Polygon or MultiPolygon"
        case .notDegrees(let region, let place):
            "\(region) has a position \(place.words), which is no degrees: convert the file to WGS-84 or CGCS2000"
        case .axesSwapped(let region):
            "\(region) has latitude before longitude: GeoJSON writes longitude first, export it again"
        case .outside(let region, let place):
            "\(region) has a position \(place.words) outside its province: check code and coordinates"
        case .shortRing(let region): "\(region) has a ring of fewer than four positions: mend or leave out that piece"
        case .openRing(let region, let place):
            "\(region) has a ring that does not return to its start \(place.words): close it"
        case .noExtent(let region): "\(region) has a ring without area: leave out that piece"
        case .crossing(let region, let place):
            "\(region) has a ring that cuts itself near \(place.words): mend it (in QGIS: Fix geometries)"
        case .holeOutside(let region, let place):
            "\(region) has a hole at \(place.words) outside its piece of ground: mend the order of its rings"
        }
    }
}

extension GeoPosition {
    /// `120.58, 30.00`, longitude first.
    fileprivate var words: String { "\(longitude), \(latitude)" }
}
