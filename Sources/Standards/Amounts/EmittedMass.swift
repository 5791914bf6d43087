import FoundationEssentials
public import Kernel

/// An emitted amount in whole milligrams: amounts add up exactly, and a month is the sum of its hours to the milligram.
public struct EmittedMass: Hashable, Sendable, Codable {
    /// Whole milligrams, never below zero.
    public let milligrams: Int64

    /// Nothing.
    public static let zero = EmittedMass(checked: 0)

    /// One amount that a single hour or day may have at most: a million tonnes. A greater one is a wrong unit.
    public static let milligramsMax: Int64 = 1_000_000_000_000_000

    /// An amount; nil below zero or above the greatest.
    public init?(milligrams: Int64) {
        guard (0...Self.milligramsMax).contains(milligrams) else { return nil }
        self.milligrams = milligrams
    }

    /// The amount of waste gas: mg/m³ times m³, both dry at standard state, rounded once to whole milligrams by GB/T
    /// 8170. Nil for an amount that cannot be.
    public init?(milligramsPerCubicMetre: DecimalNumber, cubicMetres: DecimalNumber) {
        self.init(exact: milligramsPerCubicMetre.value * cubicMetres.value)
    }

    /// The amount of waste water: mg/L times m³, rounded once to whole milligrams. Nil for an amount that cannot be.
    public init?(milligramsPerLitre: DecimalNumber, cubicMetres: DecimalNumber) {
        self.init(exact: milligramsPerLitre.value * cubicMetres.value * 1_000)
    }

    private init?(exact milligrams: Decimal) {
        guard let whole = Int64("\(Rounding.gbt8170(DecimalNumber(milligrams), fractionDigits: 0))") else { return nil }
        self.init(milligrams: whole)
    }

    private init(checked milligrams: Int64) {
        self.milligrams = milligrams
    }

    /// The sum of at most a few thousand amounts of hours or days.
    public static func sum(_ masses: [EmittedMass]) -> EmittedMass {
        precondition(masses.count <= 9_000, "a year has fewer hours")
        return EmittedMass(checked: masses.reduce(0) { $0 + $1.milligrams })
    }

    /// Whole grams, rounded once by GB/T 8170.
    public var grams: Int64 {
        let (quotient, rest) = milligrams.quotientAndRemainder(dividingBy: 1_000)
        return rest > 500 || rest == 500 && !quotient.isMultiple(of: 2) ? quotient + 1 : quotient
    }

    public init(from decoder: any Decoder) throws {
        let milligrams = try decoder.singleValueContainer().decode(Int64.self)
        guard milligrams >= 0 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "an amount is not below zero"))
        }
        self.init(checked: milligrams)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milligrams)
    }
}

extension EmittedMass: Comparable, CustomStringConvertible {
    public static func < (left: EmittedMass, right: EmittedMass) -> Bool { left.milligrams < right.milligrams }

    public var description: String { "\(milligrams)" }
}
