import Foundation
import Kernel

/// The map that the desk shows: the official boundaries once some were imported, else the schematic in the box.
struct CityMap: Sendable {
    /// Where the shapes come from.
    enum Origin: Sendable, Equatable {
        case schematic
        case official(source: String, approval: String?)
    }

    /// One region: its outline as an SVG path, and where its name stands.
    struct Shape: Sendable {
        let code: RegionCode
        let path: String
        let x: Int
        let y: Int
    }

    let viewBox: String
    let shapes: [Shape]
    let origin: Origin

    init(_ schematic: SchematicMap) {
        viewBox = schematic.viewBox
        origin = .schematic
        shapes = schematic.regions.map { region in
            Shape(
                code: region.code, path: "M" + region.outline.split(separator: " ").joined(separator: "L") + "Z",
                x: region.x, y: region.y)
        }
    }

    /// How wide the drawing is, as the schematic's, so that names are as large beside it.
    private static let width = 400.0
    private static let margin = 8.0

    /// Degrees of longitude are shortened by the cosine of the middle latitude: a city is small enough for that.
    init(_ city: CityOutline) {
        let places = city.regions.flatMap { $0.rings.joined() }
        let west = places.map(\.longitude).min() ?? 0
        let (south, north) = (places.map(\.latitude).min() ?? 0, places.map(\.latitude).max() ?? 0)
        let shortening: Double = cos((south + north) / 2 / 180 * Double.pi)
        let span = max((places.map(\.longitude).max() ?? 0) - west, 1e-9) * shortening
        let scale = (Self.width - 2 * Self.margin) / span
        func x(_ place: MapPosition) -> Double { Self.margin + (place.longitude - west) * shortening * scale }
        func y(_ place: MapPosition) -> Double { Self.margin + (north - place.latitude) * scale }
        func point(_ place: MapPosition) -> String { "\(Self.tenths(x(place))) \(Self.tenths(y(place)))" }
        viewBox = "0 0 \(Int(Self.width)) \(Int((2 * Self.margin + (north - south) * scale).rounded(.up)))"
        origin = .official(source: city.source, approval: city.approval)
        shapes = city.regions.map { region in
            Shape(
                code: region.code,
                path: region.rings.map { "M" + $0.map(point).joined(separator: "L") + "Z" }.joined(),
                x: Int(x(region.middle).rounded()), y: Int(y(region.middle).rounded()))
        }
    }

    /// `12.3`: a tenth of the drawing's unit is finer than anybody sees.
    private static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
