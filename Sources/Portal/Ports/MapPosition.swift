/// A place on the ground in decimal degrees, WGS-84 or CGCS2000.
public struct MapPosition: Sendable, Hashable, Encodable {
    /// East of Greenwich, in degrees.
    public let longitude: Double
    /// North of the equator, in degrees.
    public let latitude: Double

    /// A place on the ground.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Writes `[longitude, latitude]` (RFC 7946 §3.1.1).
    public func encode(to encoder: any Encoder) throws {
        var numbers = encoder.unkeyedContainer()
        try numbers.encode(longitude)
        try numbers.encode(latitude)
    }
}
