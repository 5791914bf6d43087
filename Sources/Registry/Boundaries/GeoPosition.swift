/// A place on the ground in decimal degrees, longitude first (RFC 7946 §3.1.1), WGS-84 or CGCS2000: for maps of a city
/// the two are the same (they part by centimetres).
public struct GeoPosition: Sendable, Hashable {
    /// East of Greenwich, in degrees.
    public let longitude: Double
    /// North of the equator, in degrees.
    public let latitude: Double

    /// A place on the ground.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}

extension GeoPosition: Codable {
    /// Reads `[longitude, latitude]`; a height behind them is passed over.
    public init(from decoder: any Decoder) throws {
        var numbers = try decoder.unkeyedContainer()
        self.init(longitude: try numbers.decode(Double.self), latitude: try numbers.decode(Double.self))
    }

    /// Writes `[longitude, latitude]`.
    public func encode(to encoder: any Encoder) throws {
        var numbers = encoder.unkeyedContainer()
        try numbers.encode(longitude)
        try numbers.encode(latitude)
    }
}
