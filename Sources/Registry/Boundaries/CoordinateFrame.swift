/// In what a file's degrees are measured.
public enum CoordinateFrame: String, Sendable, CaseIterable {
    /// The frame of GPS and of GeoJSON.
    case wgs84 = "wgs-84"
    /// China's geodetic frame of 2000.
    case cgcs2000
    /// The shifted frame of Chinese web maps: up to some 600 m off, taken only when it is named, and then turned back.
    case gcj02 = "gcj-02"

    /// The frame that a file's obsolete member `crs` names; nil for one that is none of these.
    init?(name: String) {
        let plain = name.uppercased().filter { $0.isLetter || $0.isNumber || $0 == ":" }
        if plain.contains("GCJ") {
            self = .gcj02
        } else if plain.contains("CRS84") || plain.hasSuffix(":4326") || plain.contains("WGS84") {
            self = .wgs84
        } else if plain.hasSuffix(":4490") || plain.contains("CGCS2000") {
            self = .cgcs2000
        } else {
            return nil
        }
    }

    /// A position of this frame as WGS-84.
    func ground(_ position: GeoPosition) -> GeoPosition {
        self == .gcj02 ? ShiftedPosition.ground(of: position) : position
    }
}
