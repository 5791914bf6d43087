/// The arithmetic of samples, in whole numbers, so that it comes out the same everywhere
/// (`docs/method/satisfaction.md`).
///
/// By the bounds of `SurveyFigures` and `Survey` (population up to 10⁸, 10⁵ answers of at most 10⁴ points times
/// weights) no product exceeds 10³⁸, which 128 bits hold.
enum SurveyArithmetic {
    /// Means are carried with nine digits, variances with twelve.
    static let meanScale: Int128 = 1_000_000_000
    static let varianceScale: Int128 = 1_000_000_000_000
    /// 1.96² in ten-thousandths, for 95 % by the normal distribution.
    static let zSquared_tenThousandths: Int128 = 38_416

    /// The mean, in points times `meanScale`.
    static func mean(_ tally: SurveyTally) -> Int128 {
        nearest(Int128(tally.sum) * meanScale, over: Int128(tally.answers) * Int128(tally.divisor))
    }

    /// The variance of the mean, in squared points times `varianceScale`, with the correction of a finite population:
    /// (1 - n / N) s² / n. There are at least two answers.
    static func variance(_ tally: SurveyTally, population: Int) -> Int128 {
        let (n, whole) = (Int128(tally.answers), Int128(population))
        let deviation = n * Int128(tally.squares) - Int128(tally.sum) * Int128(tally.sum)
        let divisor = Int128(tally.divisor)
        return nearest(
            (whole - n) * deviation * varianceScale, over: whole * n * n * (n - 1) * divisor * divisor)
    }

    /// 1.96 times the root of a variance, in hundredths of a point.
    static func margin_hundredths(_ variance: Int128) -> Int {
        // The nearest whole number to √x is ⌊(⌊√(4x)⌋ + 1) / 2⌋; hundredths squared are ten-thousandths.
        let fourfold = 4 * zSquared_tenThousandths * variance / varianceScale
        return Int((root(fourfold) + 1) / 2)
    }

    /// A mean in hundredths of a point, by GB/T 8170.
    static func hundredths(_ mean: Int128) -> Int { Int(nearest(mean * 100, over: meanScale)) }

    /// The mean of a city by its districts' people, and its variance.
    static func combined(
        _ parts: [(population: Int, mean: Int128, variance: Int128)]
    ) -> (mean: Int128, variance: Int128) {
        let whole = parts.reduce(Int128(0)) { $0 + Int128($1.population) }
        let mean = parts.reduce(Int128(0)) { $0 + Int128($1.population) * $1.mean }
        let variance = parts.reduce(Int128(0)) { $0 + Int128($1.population) * Int128($1.population) * $1.variance }
        return (nearest(mean, over: whole), nearest(variance, over: whole * whole))
    }

    /// A quotient of numbers that are not negative to the nearest whole number, an exact half to the even one.
    static func nearest(_ part: Int128, over whole: Int128) -> Int128 {
        let (quotient, rest) = part.quotientAndRemainder(dividingBy: whole)
        let twice = rest * 2
        return twice > whole || (twice == whole && !quotient.isMultiple(of: 2)) ? quotient + 1 : quotient
    }

    /// The whole part of a root.
    static func root(_ square: Int128) -> Int128 {
        guard square > 0 else { return 0 }
        var root = square
        var next = (square + 1) / 2
        while next < root { (root, next) = (next, (next + square / next) / 2) }
        return root
    }
}
