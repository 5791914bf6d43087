import Kernel

/// A stretch of a curve by the order of its values: the same for every curve that is this one multiplied, raised or
/// moved in time.
struct CurveShape: Hashable, Sendable {
    /// The hash of the order.
    let hash: Int64
    /// The start of the stretch's first hour.
    let start: Instant

    /// Hours of a stretch, and how many different values it needs: a calm stretch looks like any other.
    static let hours = 10
    static let distinctMin = 8
    /// Shapes kept of a curve and day: those with the smallest hashes, so that the same are kept of a moved copy.
    static let keptOfDay = 3

    /// The shapes to be kept of the curve's last 24 hours.
    static func kept(of curve: HourCurve) -> [CurveShape] {
        let values = CurveSteps(curve).values
        let first = max(0, values.count - 24 - (hours - 1))
        guard values.count - hours >= first else { return [] }
        let shapes = (first...(values.count - hours)).compactMap { start -> CurveShape? in
            let stretch = values[start..<(start + hours)].compactMap(\.self)
            guard stretch.count == hours, Set(stretch).count >= distinctMin else { return nil }
            return CurveShape(hash: hash(of: stretch), start: curve.hour(start))
        }
        return Array(shapes.sorted { ($0.hash, $0.start) < ($1.hash, $1.start) }.prefix(keptOfDay))
    }

    /// FNV-1a over the order of the values, stirred, so that small hashes are a fair choice.
    private static func hash(of stretch: [Int64]) -> Int64 {
        let order = stretch.indices.sorted { (stretch[$0], $0) < (stretch[$1], $1) }
        var hash: UInt64 = 14_695_981_039_346_656_037
        for place in order { hash = (hash ^ UInt64(place)) &* 1_099_511_628_211 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return Int64(truncatingIfNeeded: hash ^ (hash >> 33))
    }
}
