import FoundationEssentials
public import Kernel

/// An exact factor: numerator ÷ denominator × 10^exponent, in lowest terms.
///
/// Multiplying by it is exact as long as the denominator is 1; else the quotient is rounded once, by GB/T 8170, to
/// `quotientDigits` digits behind the point. No binary floating point takes part.
public struct DecimalRatio: Hashable, Sendable {
    private let numerator: Int
    private let denominator: Int
    private let exponent: Int

    /// How many digits behind the point a quotient keeps that does not end. Design value: far below any limit's last.
    public static let quotientDigits = 10
    /// As many digits as a decimal number holds exactly.
    private static let digitsMax = 38

    /// One.
    public static let one = DecimalRatio(1)

    /// A whole number over another, times a power of ten; all positive.
    public init(_ numerator: Int, over denominator: Int = 1, exponent: Int = 0) {
        precondition(numerator > 0 && denominator > 0, "a conversion factor is above zero")
        let divisor = Self.commonDivisor(numerator, denominator)
        let (above, tensAbove) = Self.withoutTens(numerator / divisor)
        let (below, tensBelow) = Self.withoutTens(denominator / divisor)
        (self.numerator, self.denominator, self.exponent) = (above, below, exponent + tensAbove - tensBelow)
    }

    /// A decimal number above zero of at most 18 digits; nil for any other.
    public init?(_ number: DecimalNumber) {
        let parts = number.description.split(separator: ".", omittingEmptySubsequences: false)
        guard number > DecimalNumber(0), let digits = Int(parts.joined()), digits > 0 else { return nil }
        self.init(digits, exponent: parts.count == 2 ? -parts[1].count : 0)
    }

    /// Whether every number is converted exactly.
    public var isExact: Bool { denominator == 1 }

    /// The factor that leads back.
    public var inverse: DecimalRatio { DecimalRatio(denominator, over: numerator, exponent: -exponent) }

    /// The product of two factors; nil when it cannot be held in whole numbers.
    public func times(_ other: DecimalRatio) -> DecimalRatio? {
        // Crosswise first, so that the products stay small.
        let left = DecimalRatio(numerator, over: other.denominator, exponent: exponent)
        let right = DecimalRatio(other.numerator, over: denominator, exponent: other.exponent)
        let above = left.numerator.multipliedReportingOverflow(by: right.numerator)
        let below = left.denominator.multipliedReportingOverflow(by: right.denominator)
        guard !above.overflow, !below.overflow else { return nil }
        return DecimalRatio(above.partialValue, over: below.partialValue, exponent: left.exponent + right.exponent)
    }

    /// The number times this factor; nil when the product has more digits than a decimal number holds exactly.
    public func applied(to number: DecimalNumber) -> DecimalNumber? {
        if self == .one { return number }
        let digits = number.description.utf8.count { $0.isDecimalDigit }
        guard digits + "\(numerator)".utf8.count <= Self.digitsMax else { return nil }
        let product = number.value * Decimal(numerator) * Decimal(sign: .plus, exponent: exponent, significand: 1)
        guard denominator > 1 else { return DecimalNumber(product) }
        return Rounding.gbt8170(
            DecimalNumber(product / Decimal(denominator)), fractionDigits: Self.quotientDigits)
    }

    private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
        right == 0 ? left : commonDivisor(right, left % right)
    }

    private static func withoutTens(_ number: Int) -> (rest: Int, tens: Int) {
        var (rest, tens) = (number, 0)
        while rest.isMultiple(of: 10) { (rest, tens) = (rest / 10, tens + 1) }
        return (rest, tens)
    }
}

extension DecimalRatio: CustomStringConvertible {
    /// `0.001`; a quotient that does not end is rounded and shown behind `≈`.
    public var description: String {
        let shown = applied(to: DecimalNumber(1))?.description ?? "–"
        return isExact ? shown : "≈ \(shown)"
    }
}
