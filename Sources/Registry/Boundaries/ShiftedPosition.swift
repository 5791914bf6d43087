import Foundation

/// GCJ-02, the shifted frame of Chinese web maps. Its formula was never published; this is the one that is in common
/// use (`docs/method/boundaries.md`), good to about a metre. From memory.
enum ShiftedPosition {
    /// The ellipsoid of Krasovsky 1940: half the long axis in metres, and the square of the eccentricity.
    private static let (axis_m, eccentricitySquared) = (6_378_245.0, 0.006_693_421_622_965_943_23)

    /// Where a place on the ground stands in the shifted frame.
    static func shifted(_ ground: GeoPosition) -> GeoPosition {
        let (x, y) = (ground.longitude - 105, ground.latitude - 35)
        let radians: Double = ground.latitude / 180 * Double.pi
        let bend: Double = 1 - eccentricitySquared * sin(radians) * sin(radians)
        let meridian_m: Double = axis_m * (1 - eccentricitySquared) / (bend * bend.squareRoot())
        let parallel_m: Double = axis_m / bend.squareRoot() * cos(radians)
        let north: Double = northward_m(x, y) * 180 / (meridian_m * Double.pi)
        let east: Double = eastward_m(x, y) * 180 / (parallel_m * Double.pi)
        return GeoPosition(longitude: ground.longitude + east, latitude: ground.latitude + north)
    }

    /// The place on the ground that stands there in the shifted frame: the shift changes slowly, so that each step of
    /// taking it back leaves less than a hundredth of what was left before.
    static func ground(of shifted: GeoPosition) -> GeoPosition {
        var guess = shifted
        for _ in 0..<6 {
            let back = Self.shifted(guess)
            guess = GeoPosition(
                longitude: guess.longitude - (back.longitude - shifted.longitude),
                latitude: guess.latitude - (back.latitude - shifted.latitude))
        }
        return guess
    }

    private static func northward_m(_ x: Double, _ y: Double) -> Double {
        let plane: Double = -100 + 2 * x + 3 * y + 0.2 * y * y
        let bent: Double = 0.1 * x * y + 0.2 * abs(x).squareRoot()
        let waves = [
            wave(20, 6 * x), wave(20, 2 * x), wave(20, y), wave(40, y / 3), wave(160, y / 12), wave(320, y / 30),
        ]
        return plane + bent + waves.reduce(0, +) * 2 / 3
    }

    private static func eastward_m(_ x: Double, _ y: Double) -> Double {
        let plane: Double = 300 + x + 2 * y + 0.1 * x * x
        let bent: Double = 0.1 * x * y + 0.1 * abs(x).squareRoot()
        let waves = [
            wave(20, 6 * x), wave(20, 2 * x), wave(20, x), wave(40, x / 3), wave(150, x / 12), wave(300, x / 30),
        ]
        return plane + bent + waves.reduce(0, +) * 2 / 3
    }

    /// A wave of a height, so many half turns along.
    private static func wave(_ height_m: Double, _ halfTurns: Double) -> Double {
        height_m * sin(halfTurns * Double.pi)
    }
}
