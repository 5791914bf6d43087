import FoundationEssentials
public import Kernel

/// A mean or a share, kept as the two numbers it is the quotient of: comparing it with a limit needs no division, and
/// rounding it happens once, from the full value.
///
/// Exact as long as products of numerator, denominator and limit have at most 38 digits, far more than any instrument.
public struct ExactQuotient: Sendable {
    /// What is divided.
    public let numerator: DecimalNumber
    /// What it is divided by; above zero.
    public let denominator: DecimalNumber

    /// How many digits behind the point are shown of a quotient that does not end. Design value.
    public static let shownDigits = 10

    /// A quotient; a plain number when nothing divides it.
    public init(_ numerator: DecimalNumber, over denominator: DecimalNumber = DecimalNumber(1)) {
        precondition(denominator > DecimalNumber(0), "a quotient's denominator is above zero")
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The quotient rounded once by GB/T 8170 to that many digits after the point.
    public func rounded(fractionDigits: Int) -> DecimalNumber {
        let step = Decimal(sign: .plus, exponent: -fractionDigits, significand: 1)
        // The decimal division may have cut the quotient short; the exact rest below puts a tie right.
        let near = Rounding.gbt8170(
            DecimalNumber(numerator.value / denominator.value), fractionDigits: fractionDigits)
        let twiceTheRest = 2 * (numerator.value - near.value * denominator.value)
        let unit = denominator.value * step
        let isOdd = ["1", "3", "5", "7", "9"].contains("\(near.value / step)".suffix(1))
        if twiceTheRest > unit || twiceTheRest == unit && isOdd { return DecimalNumber(near.value + step) }
        if twiceTheRest < -unit || twiceTheRest == -unit && isOdd { return DecimalNumber(near.value - step) }
        return near
    }

    /// The quotient in decimals, `≈` in front of it when it does not end within the shown digits.
    public var text: String {
        let shown = rounded(fractionDigits: Self.shownDigits)
        return shown.value * denominator.value == numerator.value ? "\(shown)" : "≈ \(shown)"
    }
}

extension ExactQuotient: Comparable {
    public static func == (left: ExactQuotient, right: ExactQuotient) -> Bool {
        left.numerator.value * right.denominator.value == right.numerator.value * left.denominator.value
    }

    public static func < (left: ExactQuotient, right: ExactQuotient) -> Bool {
        left.numerator.value * right.denominator.value < right.numerator.value * left.denominator.value
    }
}

extension ExactQuotient: Codable {
    private enum Key: String, CodingKey {
        case numerator, denominator
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let denominator = try container.decode(DecimalNumber.self, forKey: .denominator)
        guard denominator > DecimalNumber(0) else {
            throw DecodingError.dataCorruptedError(
                forKey: .denominator, in: container, debugDescription: "a denominator is above zero")
        }
        self.init(try container.decode(DecimalNumber.self, forKey: .numerator), over: denominator)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(numerator, forKey: .numerator)
        try container.encode(denominator, forKey: .denominator)
    }
}
