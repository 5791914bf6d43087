import FoundationEssentials
public import Kernel

/// Reads a file of official boundaries and holds it against everything that can be known: taken whole or not at all.
public struct BoundaryImport: Sendable {
    /// What was read; empty when anything was refused.
    public private(set) var boundaries: [RegionBoundary] = []
    /// Regions of the city that the file does not have.
    public private(set) var missing: [RegionCode] = []
    /// How many rings ran the other way round and were turned (RFC 7946 §3.1.6 asks readers to take them).
    public private(set) var turnedRings = 0
    /// The frame that the file's degrees were taken as.
    public let frame: CoordinateFrame
    /// Each refusal with why and remedy, in words.
    public var refusals: [String] { refused.map(\.words) }
    private(set) var refused: [BoundaryRefusal] = []

    /// How many positions a file may have: ten times what official files of a city have.
    static let positionsMax = 500_000
    /// Twice the smallest area that is one, in square degrees: about a tenth of a square metre.
    private static let areaMin = 1e-11
    /// How many refusals are told.
    private static let refusalsMax = 50

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - named: The frame that whoever imports it names; nil takes the file's word, and WGS-84 without one.
    ///   - regions: The regions of the city.
    public init(
        json: [UInt8], named: CoordinateFrame?, regions: [RegionCode], bounds: ProvinceBounds
    ) {
        let file: BoundaryFile
        do { file = try JSONDecoder().decode(BoundaryFile.self, from: Data(json)) } catch {
            frame = named ?? .wgs84
            refused = [.notGeoJSON(Self.words(of: error))]
            return
        }
        let told = file.crs?.properties?.name.map { (name: $0, frame: CoordinateFrame(name: $0)) }
        frame = named ?? told?.frame ?? .wgs84
        if let refusal = Self.refusal(of: file, told: told, named: named) {
            refused = [refusal]
            return
        }
        read(file.features ?? [], regions: regions, bounds: bounds)
        missing = regions.filter { region in !boundaries.contains { $0.region == region } }
        if !refused.isEmpty { boundaries = [] }
        refused = Array(refused.prefix(Self.refusalsMax))
    }

    /// What is wrong with the file as a whole.
    private static func refusal(
        of file: BoundaryFile, told: (name: String, frame: CoordinateFrame?)?, named: CoordinateFrame?
    ) -> BoundaryRefusal? {
        guard file.type == "FeatureCollection", let features = file.features else { return .notACollection(file.type) }
        if let told {
            guard let frame = told.frame else { return .foreignFrame(told.name) }
            if let named, named.isShifted != frame.isShifted { return .frameDiffers(named: named, told: frame) }
            if frame == .gcj02, named == nil { return .shiftedUnnamed }
        }
        if named == nil, told == nil, features.contains(where: { $0.properties?.isOfWebAtlas ?? false }) {
            return .shiftedAtlas
        }
        let positions = features.reduce(0) { sum, feature in
            guard case .pieces(let pieces)? = feature.geometry else { return sum }
            return sum + pieces.joined().reduce(0) { $0 + $1.count }
        }
        if positions > positionsMax { return .tooLarge(positions: positions) }
        return features.isEmpty ? .empty : nil
    }

    private mutating func read(_ features: [BoundaryFile.Feature], regions: [RegionCode], bounds: ProvinceBounds) {
        var seen: Set<RegionCode> = []
        for (place, feature) in features.enumerated() {
            guard let code = feature.properties?.code ?? feature.id?.text else {
                refused.append(.noCode(feature: place + 1))
                continue
            }
            guard let region = RegionCode(code), regions.contains(region) else {
                refused.append(.unknownRegion(code))
                continue
            }
            guard seen.insert(region).inserted else {
                refused.append(.twice(region))
                continue
            }
            switch feature.geometry {
            case .pieces(let pieces)?:
                let read = pieces.map { rings in
                    rings.enumerated().compactMap { number, positions in
                        ring(positions, isHole: number > 0, of: region, bounds.box(of: region))
                    }
                }
                for rings in read { holdHoles(rings, of: region) }
                boundaries.append(RegionBoundary(region: region, pieces: read))
            case .other(let type)?: refused.append(.noArea(region, type))
            case nil: refused.append(.noArea(region, "feature without geometry"))
            }
        }
    }

    /// One ring, turned as it should run; nil when something is wrong with it.
    private mutating func ring(
        _ positions: [GeoPosition], isHole: Bool, of region: RegionCode, _ box: ProvinceBounds.Box
    ) -> BoundaryRing? {
        guard positions.count >= 4, let first = positions.first else {
            refused.append(.shortRing(region))
            return nil
        }
        guard first == positions.last else {
            refused.append(.openRing(region, first))
            return nil
        }
        var ring = BoundaryRing(positions: positions.map(frame.ground))
        if let stray = ring.positions.first(where: { !box.holds($0) }) {
            refused.append(Self.refusal(of: stray, region, box))
            return nil
        }
        if let place = ring.crossing {
            refused.append(.crossing(region, place))
            return nil
        }
        let area = ring.doubleArea
        guard abs(area) > Self.areaMin else {
            refused.append(.noExtent(region))
            return nil
        }
        if (area > 0) == isHole {
            ring.positions.reverse()
            turnedRings += 1
        }
        return ring
    }

    private static func refusal(
        of stray: GeoPosition, _ region: RegionCode, _ box: ProvinceBounds.Box
    ) -> BoundaryRefusal {
        if box.holds(GeoPosition(longitude: stray.latitude, latitude: stray.longitude)) { return .axesSwapped(region) }
        let isDegrees = abs(stray.longitude) <= 180 && abs(stray.latitude) <= 90
        return isDegrees ? .outside(region, stray) : .notDegrees(region, stray)
    }

    private mutating func holdHoles(_ rings: [BoundaryRing], of region: RegionCode) {
        guard let outer = rings.first else { return }
        for hole in rings.dropFirst() {
            if let stray = hole.positions.first(where: { !outer.encloses($0) && !outer.positions.contains($0) }) {
                refused.append(.holeOutside(region, stray))
            }
        }
    }

    /// What a decoder's error says, without its path of keys.
    private static func words(of error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the member \(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "something else stands in \(context.codingPath.prefix(4).map(\.stringValue).joined(separator: "."))"
        default: "it cannot be read as JSON"
        }
    }
}

extension CoordinateFrame {
    /// Whether its degrees are shifted against the ground.
    fileprivate var isShifted: Bool { self == .gcj02 }
}
