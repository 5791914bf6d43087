/// The straight line nearest to pairs of values, and how near it comes. Sums, products and quotients of binary numbers
/// in a fixed order: every machine comes to the same.
struct LineFit: Sendable {
    /// How many pairs.
    let count: Int
    /// The coefficient of determination in whole thousandths, cut off.
    let permille: Int
    /// Whether the line rises.
    let isRising: Bool
    private let slope: Double
    private let offset: Double

    /// The line through (x, y) pairs; nil when all x or all y are the same.
    init?(_ pairs: [(Int64, Int64)]) {
        let number = Double(pairs.count)
        let meanX = pairs.reduce(0) { $0 + Double($1.0) } / number
        let meanY = pairs.reduce(0) { $0 + Double($1.1) } / number
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for (x, y) in pairs {
            let (dx, dy) = (Double(x) - meanX, Double(y) - meanY)
            xx += dx * dx
            xy += dx * dy
            yy += dy * dy
        }
        guard xx > 0, yy > 0 else { return nil }
        count = pairs.count
        permille = Int(min(1, xy / xx * xy / yy) * 1_000)
        isRising = xy > 0
        slope = xy / xx
        offset = meanY - slope * meanX
    }

    /// `y ≈ 0.900·x + 0.12`.
    var equation: String {
        let perUnit = Double(CurveSteps.perUnit)
        let shown = CurveSteps.text(Int64((offset / perUnit * 100).rounded()) * (CurveSteps.perUnit / 100))
        let factor = CurveSteps.text(Int64((slope * 1_000).rounded()) * (CurveSteps.perUnit / 1_000))
        return shown.hasPrefix("-") ? "y ≈ \(factor)·x − \(shown.dropFirst())" : "y ≈ \(factor)·x + \(shown)"
    }
}
