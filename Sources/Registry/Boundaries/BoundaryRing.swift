/// A closed line around a piece of ground, or around a hole in it; the first position is the last.
struct BoundaryRing: Sendable, Equatable {
    var positions: [GeoPosition]

    /// Twice the enclosed area in square degrees; positive when the ring runs counter-clockwise.
    var doubleArea: Double {
        zip(positions, positions.dropFirst()).reduce(0) { sum, side in
            sum + (side.0.longitude * side.1.latitude - side.1.longitude * side.0.latitude)
        }
    }

    /// Whether a position lies within, by the sides that a ray to the east crosses.
    func encloses(_ place: GeoPosition) -> Bool {
        zip(positions, positions.dropFirst()).reduce(false) { inside, side in
            let (from, to) = side
            guard (from.latitude > place.latitude) != (to.latitude > place.latitude) else { return inside }
            let share = (place.latitude - from.latitude) / (to.latitude - from.latitude)
            return place.longitude < from.longitude + share * (to.longitude - from.longitude) ? !inside : inside
        }
    }

    /// The middle of the enclosed area.
    var middle: GeoPosition {
        let area = doubleArea
        guard area != 0, let origin = positions.first else {
            return positions.first ?? GeoPosition(longitude: 0, latitude: 0)
        }
        // Counted from the first position: far from the zero of the degrees, digits would be lost.
        let sum = zip(positions, positions.dropFirst()).reduce((x: 0.0, y: 0.0)) { sum, side in
            let (x1, y1) = (side.0.longitude - origin.longitude, side.0.latitude - origin.latitude)
            let (x2, y2) = (side.1.longitude - origin.longitude, side.1.latitude - origin.latitude)
            let cross = x1 * y2 - x2 * y1
            return (sum.x + (x1 + x2) * cross, sum.y + (y1 + y2) * cross)
        }
        return GeoPosition(
            longitude: origin.longitude + sum.x / (3 * area), latitude: origin.latitude + sum.y / (3 * area))
    }

    /// A place where two sides cross; nil for a ring that does not cut itself. Touching in a corner is no cut.
    ///
    /// Sides are looked at from west to east; each is held against those alone that still reach its western end.
    var crossing: GeoPosition? {
        struct Side {
            let number: Int
            let west: Double
            let east: Double
            let from: GeoPosition
            let to: GeoPosition
        }
        let sides = zip(positions, positions.dropFirst()).enumerated().map { number, ends in
            Side(
                number: number, west: min(ends.0.longitude, ends.1.longitude),
                east: max(ends.0.longitude, ends.1.longitude), from: ends.0, to: ends.1)
        }.sorted { $0.west < $1.west }
        var reaching: [Side] = []
        for side in sides {
            reaching.removeAll { $0.east < side.west }
            for other in reaching where Self.cross(side.from, side.to, other.from, other.to) { return side.from }
            reaching.append(side)
        }
        return nil
    }

    /// Whether two sides pass through each other.
    private static func cross(_ a: GeoPosition, _ b: GeoPosition, _ c: GeoPosition, _ d: GeoPosition) -> Bool {
        func side(_ from: GeoPosition, _ to: GeoPosition, _ place: GeoPosition) -> Double {
            (to.longitude - from.longitude) * (place.latitude - from.latitude)
                - (to.latitude - from.latitude) * (place.longitude - from.longitude)
        }
        guard max(a.latitude, b.latitude) >= min(c.latitude, d.latitude),
            max(c.latitude, d.latitude) >= min(a.latitude, b.latitude)
        else { return false }
        let (first, second) = (side(a, b, c), side(a, b, d))
        let (third, fourth) = (side(c, d, a), side(c, d, b))
        return first != 0 && second != 0 && third != 0 && fourth != 0 && (first > 0) != (second > 0)
            && (third > 0) != (fourth > 0)
    }
}
