import FoundationEssentials
import Kernel

/// Between which degrees each province lies, generously and from memory: enough to find swapped axes, metres instead
/// of degrees, and a neighbour's file.
public struct ProvinceBounds: Sendable {
    /// Between which degrees something lies.
    struct Box: Sendable, Codable, Equatable {
        let west: Double
        let east: Double
        let south: Double
        let north: Double

        func holds(_ position: GeoPosition) -> Bool {
            (west...east).contains(position.longitude) && (south...north).contains(position.latitude)
        }
    }

    /// Between which degrees China lies.
    static let china = Box(west: 73, east: 136, south: 3, north: 54)

    private let boxes: [String: Box]

    /// The bounds of a resource file (`share/rules/province-bounds.json`).
    public init(json: [UInt8]) throws {
        struct File: Decodable { let provinces: [String: Box] }
        boxes = try JSONDecoder().decode(File.self, from: Data(json)).provinces
    }

    /// The bounds of a region's province, by the first two digits of its code; China's for one that is not known.
    func box(of region: RegionCode) -> Box { boxes[String(region.text.prefix(2))] ?? Self.china }
}
