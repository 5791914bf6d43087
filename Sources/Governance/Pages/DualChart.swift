import Kernel

/// The quadrant chart of the dual index: the economy to the right, the environment upwards, from 70 to 100 points; what
/// lies below stands at the edge. Its table stands beside it.
struct DualChart: Sendable {
    /// A place in the chart.
    struct Point: Sendable {
        let name: Phrase
        let score: Score
    }

    let points: [Point]
    let good_points: Int

    private static let (left, top, side, least) = (44, 16, 320, 7_000)

    /// How far along an axis points lie, in the chart's own units.
    private static func along(_ hundredths: Int) -> Int {
        max(0, min(hundredths, WeightedPoints.full) - least) * side / (WeightedPoints.full - least)
    }

    private func x(_ hundredths: Int) -> Int { Self.left + Self.along(hundredths) }
    private func y(_ hundredths: Int) -> Int { Self.top + Self.side - Self.along(hundredths) }

    func view(_ language: Language) -> [String: Any] {
        let (right, bottom) = (Self.left + Self.side, Self.top + Self.side)
        let placed = points.enumerated().compactMap { place, point -> [String: Any]? in
            guard let economy = point.score.economy_hundredths,
                let environment = point.score.environment_hundredths
            else { return nil }
            let (x, y) = (x(economy), y(environment))
            return [
                "x": String(x), "y": String(y), "name": point.name(language),
                "textX": String(x > right - 70 ? x - 8 : x + 8),
                "textY": String(y + (place.isMultiple(of: 2) ? 4 : 16)),
                "anchor": x > right - 70 ? "end" : "start",
                "look": point.score.subject.isEmpty ? "quadrant-city" : "quadrant-place",
            ]
        }
        return [
            "viewBox": "0 0 \(right + 12) \(bottom + 40)", "left": String(Self.left), "top": String(Self.top),
            "right": String(right), "bottom": String(bottom), "side": String(Self.side),
            "goodX": String(x(good_points * 100)), "goodY": String(y(good_points * 100)),
            "goodPoints": String(good_points), "leastPoints": String(Self.least / 100), "axisY": String(bottom + 16),
            "nameY": String(bottom + 34),
            "middleX": String(Self.left + Self.side / 2), "hasPoints": !placed.isEmpty, "points": placed,
            "label": summary(language),
        ]
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
