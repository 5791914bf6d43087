/// Names beside points of a chart, put so that none covers another or a point. The same points give the same places.
struct ChartLabels: Sendable {
    /// A point and how wide its name is, in the drawing's units.
    struct Point: Sendable {
        let x: Int
        let y: Int
        let width: Int
    }

    /// Where a name stands: the base line's begin, middle or end.
    struct Place: Sendable, Equatable {
        let x: Int
        let y: Int
        let anchor: Anchor
        /// Whether it stands so far away that a line leads to it.
        var isAway = false
    }

    enum Anchor: String, Sendable {
        case start
        case middle
        case end
    }

    /// A rectangle of the drawing.
    struct Box: Sendable, Equatable {
        let left: Int
        let top: Int
        let right: Int
        let bottom: Int

        /// How much of the drawing two of them share.
        func shared(with other: Box) -> Int {
            max(0, min(right, other.right) - max(left, other.left))
                * max(0, min(bottom, other.bottom) - max(top, other.top))
        }
    }

    let points: [Point]
    /// The part of the drawing in which names may stand.
    let field: Box

    /// Half a mark, its distance from its name, and a line of names: with room for large type. Design values.
    private static let (mark, gap, line) = (6, 9, 16)
    /// How many lines up or down a name may be moved.
    private static let linesMax = 8

    /// How wide a text is at most, in the drawing's units: letters of Chinese are as wide as high.
    static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 15 : 8) }
    }

    static func box(of place: Place, width: Int) -> Box {
        let left =
            switch place.anchor {
            case .start: place.x
            case .middle: place.x - width / 2
            case .end: place.x - width
            }
        return Box(left: left, top: place.y - line + 3, right: left + width, bottom: place.y + 3)
    }

    private static func candidates(of point: Point) -> [Place] {
        let near = [
            Place(x: point.x + gap, y: point.y + 5, anchor: .start),
            Place(x: point.x - gap, y: point.y + 5, anchor: .end),
            Place(x: point.x, y: point.y - gap, anchor: .middle),
            Place(x: point.x, y: point.y + gap + line - 4, anchor: .middle),
        ]
        let away = (1...linesMax).flatMap { lines in
            [-lines * line, lines * line].flatMap { shift in
                [
                    Place(x: point.x + 2 * gap, y: point.y + 5 + shift, anchor: .start, isAway: true),
                    Place(x: point.x - 2 * gap, y: point.y + 5 + shift, anchor: .end, isAway: true),
                ]
            }
        }
        return near + away
    }

    /// One place a point, in the order of the points. The first that covers nothing; where there is none, the one that
    /// covers least.
    func places() -> [Place] {
        let marks = points.map { point in
            Box(
                left: point.x - Self.mark, top: point.y - Self.mark, right: point.x + Self.mark,
                bottom: point.y + Self.mark)
        }
        var (taken, places): ([Box], [Int: Place]) = (marks, [:])
        let order = points.indices.sorted { (points[$0].y, points[$0].x, $0) < (points[$1].y, points[$1].x, $1) }
        for index in order {
            let point = points[index]
            var best: (place: Place, cost: Int)?
            for place in Self.candidates(of: point) {
                let box = Self.box(of: place, width: point.width)
                let isInside =
                    box.left >= field.left && box.right <= field.right && box.top >= field.top
                    && box.bottom <= field.bottom
                guard isInside else { continue }
                let cost = taken.reduce(0) { $0 + box.shared(with: $1) }
                if cost < best?.cost ?? .max { best = (place, cost) }
                if cost == 0 { break }
            }
            let place = best?.place ?? Place(x: point.x + Self.gap, y: point.y + 5, anchor: .start)
            places[index] = place
            taken.append(Self.box(of: place, width: point.width))
        }
        return points.indices.compactMap { places[$0] }
    }
}
