import FoundationEssentials
public import Kernel

/// The official outline of a region: pieces of ground, each a ring around it and rings around its holes; outer rings
/// run counter-clockwise, holes clockwise (RFC 7946 §3.1.6).
public struct RegionBoundary: Sendable, Equatable {
    /// The region.
    public let region: RegionCode
    let pieces: [[BoundaryRing]]

    /// How many positions it has in all.
    public var positionCount: Int { pieces.joined().reduce(0) { $0 + $1.positions.count } }

    /// The member `coordinates` of a MultiPolygon.
    public var coordinates: [[[GeoPosition]]] { pieces.map { $0.map(\.positions) } }

    init(region: RegionCode, pieces: [[BoundaryRing]]) {
        self.region = region
        self.pieces = pieces
    }

    /// The outline for a small map: every piece's outer ring, with no more corners than are seen, the largest first.
    var outline: RegionOutline {
        let rings = pieces.compactMap(\.first).sorted { abs($0.doubleArea) > abs($1.doubleArea) }
        let middle = rings.first?.middle ?? GeoPosition(longitude: 0, latitude: 0)
        // A small map shows about a thousandth of a city's width: islands smaller than that are no piece of it.
        let least = abs(rings.first?.doubleArea ?? 0) / 1_000
        let shown = rings.filter { abs($0.doubleArea) >= least }.prefix(RegionOutline.ringsMax)
        return RegionOutline(
            region: region, middle: middle,
            rings: shown.map { LineSimplification.corners(of: $0.positions, max: RegionOutline.cornersMax) })
    }
}
