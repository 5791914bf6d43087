import Kernel

/// The quadrant chart of the dual index: the economy to the right, the environment upwards, from 70 to 100 points; what
/// lies below stands at the edge.
struct DualChart: Sendable {
    /// A place in the chart.
    struct Point: Sendable {
        let name: Phrase
        let score: Score
    }

    let points: [Point]
    let good_points: Int
    /// How long a side of the field is, in the chart's own units: letters are 12 of them high, so that a small drawing
    /// has a short side.
    var side = 320
    /// Whether a table of the numbers stands beside it.
    var hasTable = true

    private static let (left, top, least) = (44, 16, 7_000)

    /// How far along an axis points lie, in the chart's own units.
    private func along(_ hundredths: Int) -> Int {
        max(0, min(hundredths, WeightedPoints.full) - Self.least) * side / (WeightedPoints.full - Self.least)
    }

    private func x(_ hundredths: Int) -> Int { Self.left + along(hundredths) }
    private func y(_ hundredths: Int) -> Int { Self.top + side - along(hundredths) }

    func view(_ language: Language) -> [String: Any] {
        let (right, bottom) = (Self.left + side, Self.top + side)
        let placed = placed(language)
        return [
            "viewBox": "0 0 \(right + 12) \(bottom + 40)", "left": String(Self.left), "top": String(Self.top),
            "right": String(right), "bottom": String(bottom), "side": String(side),
            "goodX": String(x(good_points * 100)), "goodY": String(y(good_points * 100)),
            "goodPoints": String(good_points), "leastPoints": String(Self.least / 100), "axisY": String(bottom + 16),
            "nameY": String(bottom + 34),
            "middleX": String(Self.left + side / 2), "hasPoints": !placed.isEmpty, "points": placed,
            "hasTable": hasTable,
            "label": summary(language),
        ]
    }

    /// English names are longer than the chart has room for: it leaves "District" away.
    private func name(of point: Point, _ language: Language) -> String {
        let name = point.name(language)
        guard language == .english, !point.score.subject.isEmpty else { return name }
        return name.split(separator: " ").first.map(String.init) ?? name
    }

    /// The points that have both sides, each with its name where it covers nothing.
    private func placed(_ language: Language) -> [[String: Any]] {
        let known = points.compactMap { point -> (point: Point, x: Int, y: Int)? in
            guard let economy = point.score.economy_hundredths,
                let environment = point.score.environment_hundredths
            else { return nil }
            return (point, x(economy), y(environment))
        }
        let labels = ChartLabels(
            points: known.map { place in
                .init(x: place.x, y: place.y, width: ChartLabels.width(of: name(of: place.point, language)))
            },
            field: .init(left: Self.left, top: 0, right: Self.left + side + 12, bottom: Self.top + side))
        return zip(known, labels.places()).map { place, label in
            [
                "x": String(place.x), "y": String(place.y), "name": name(of: place.point, language),
                "textX": String(label.x), "textY": String(label.y), "anchor": label.anchor.rawValue,
                "isAway": label.isAway, "lineY": String(label.y - 4),
                "look": place.point.score.subject.isEmpty ? "quadrant-city" : "quadrant-place",
            ]
        }
    }

    /// The chart in one sentence, for whoever cannot see it.
    private func summary(_ language: Language) -> String {
        let told = points.map { point in
            let sides = [point.score.environment_hundredths, point.score.economy_hundredths].map {
                $0.map(WeightedPoints.text) ?? "–"
            }
            return Phrase(
                "\(point.name.zh) 环境 \(sides[0]) 经济 \(sides[1])",
                "\(point.name.en) environment \(sides[0]) economy \(sides[1])")(language)
        }
        return told.joined(separator: Phrase("；", "; ")(language))
    }
}
