import FoundationEssentials
import Kernel
import Standards

/// The arithmetic of scores, in hundredths of a point: whole numbers, so that it comes out the same everywhere.
enum WeightedPoints {
    /// 100 points.
    static let full = 10_000

    /// What part of a whole something is, from nothing to all of it, by GB/T 8170.
    static func share(of part: DecimalNumber, in whole: DecimalNumber) -> Int {
        let hundredths = ExactQuotient(DecimalNumber(part.value * Decimal(full)), over: whole)
            .rounded(fractionDigits: 0)
        guard hundredths > DecimalNumber(0) else { return 0 }
        return hundredths < DecimalNumber(full) ? Int(hundredths.description) ?? full : full
    }

    /// A part in percent, with one digit behind the point.
    static func percent(_ part: Int, of whole: Int) -> DecimalNumber {
        ExactQuotient(DecimalNumber(part * 100), over: DecimalNumber(whole)).rounded(fractionDigits: 1)
    }

    /// The mean of points by their weights, halves up; nil for no weight.
    static func mean(_ weighed: [(points: Int, weight: Int)]) -> Int? {
        let weight = weighed.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return nil }
        return (2 * weighed.reduce(0) { $0 + $1.points * $1.weight } + weight) / (2 * weight)
    }

    /// The mean, in hundredths, of how far goals are reached, by their weights: each keeps 12 digits behind the point,
    /// and the mean alone is rounded, by GB/T 8170. Nil for no weight.
    static func exactMean(_ weighed: [(reached: ExactQuotient, weight: Int)]) -> Int? {
        let weight = weighed.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return nil }
        let sum = weighed.reduce(Decimal(0)) { $0 + $1.reached.rounded(fractionDigits: 12).value * Decimal($1.weight) }
        // What thirds and sevenths lost behind the twelfth digit comes back before a tie is looked for.
        let whole = ExactQuotient(DecimalNumber(sum)).rounded(fractionDigits: 9)
        let mean = ExactQuotient(DecimalNumber(whole.value * Decimal(full)), over: DecimalNumber(weight))
        return Int(mean.rounded(fractionDigits: 0).description)
    }

    /// The geometric mean of two numbers of points, halves up.
    static func geometricMean(_ left: Int, _ right: Int) -> Int {
        let product = left * right
        var root = min(product, full)
        // Newton from above: falls until it stands.
        while root > 0, root > product / root { root = (root + product / root) / 2 }
        return product - root * root > root ? root + 1 : root
    }

    /// Points as people read them, 87.5 for 8750.
    static func text(_ hundredths: Int) -> String {
        let text = "\(hundredths / 100).\((hundredths % 100).padded(2))"
        return text.hasSuffix(".00") ? String(text.dropLast(3)) : text.hasSuffix("0") ? String(text.dropLast()) : text
    }
}
