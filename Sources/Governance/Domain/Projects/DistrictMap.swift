import FoundationEssentials
import Kernel

/// A schematic of the districts, drawn for orientation: it shows neighbours, not borders.
struct DistrictMap: Sendable, Decodable {
    let viewBox: String
    let regions: [Shape]

    /// One district: its outline as SVG points, and where its name stands.
    struct Shape: Sendable, Decodable {
        let code: RegionCode
        let outline: String
        let x: Int
        let y: Int
    }

    /// The map of a resource file (`share/rules/schematic-map.json`).
    init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(DistrictMap.self, from: Data(json))
    }
}
