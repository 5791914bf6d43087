import FoundationEssentials
import Kernel

/// A schematic of the city's regions, drawn for orientation: it shows neighbours, not borders.
public struct SchematicMap: Sendable, Decodable {
    let viewBox: String
    let regions: [Shape]

    /// One region: its outline as SVG points, and where its name stands.
    struct Shape: Sendable, Decodable {
        let code: RegionCode
        let outline: String
        let x: Int
        let y: Int
    }

    /// The map of a resource file (`share/rules/schematic-map.json`).
    public init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(SchematicMap.self, from: Data(json))
    }
}
