public import Kernel

/// What a small map draws of a region.
public struct RegionOutline: Sendable, Equatable, Codable {
    /// The region.
    public let region: RegionCode
    /// Where its name stands.
    public let middle: GeoPosition
    /// Closed lines around its pieces.
    public let rings: [[GeoPosition]]

    /// How many pieces a small map draws, and how many corners of each.
    static let (ringsMax, cornersMax) = (12, 240)
}
