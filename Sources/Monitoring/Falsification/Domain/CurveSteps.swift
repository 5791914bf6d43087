import Kernel

/// The valid values of a curve as whole numbers, and the resolution they are sent with.
struct CurveSteps: Sendable, Equatable {
    /// In ten-thousandths of the unit; further digits are cut off. Nil where there is no valid value.
    let values: [Int64?]
    /// The resolution: the greatest power of ten of which four fifths of the values are multiples.
    let step: Int64

    /// How many of `values` make one unit.
    static let perUnit: Int64 = 10_000

    init(_ curve: HourCurve) {
        self.init(curve.values.indices.map { curve.validValue($0).flatMap(Self.scaled) })
    }

    init(_ values: [Int64?]) {
        self.values = values
        let known = values.compactMap(\.self)
        var step: Int64 = 1
        while step < 10_000_000, !known.isEmpty,
            5 * known.count(where: { $0.isMultiple(of: step * 10) }) >= 4 * known.count
        {
            step *= 10
        }
        self.step = step
    }

    /// The values that are there.
    var known: [Int64] { values.compactMap(\.self) }

    /// A number in ten-thousandths; nil beyond all instruments.
    static func scaled(_ number: DecimalNumber) -> Int64? {
        let parts = number.description.split(separator: ".")
        guard let whole = parts.first, whole.utf8.count <= 12 else { return nil }
        let fraction = parts.count > 1 ? String(parts[1].prefix(4)) : ""
        return Int64(whole + fraction + String(repeating: "0", count: 4 - fraction.utf8.count))
    }

    /// A whole number as people read it.
    static func text(_ scaled: Int64) -> String {
        let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt64(perUnit))
        var fraction = Int(rest).padded(4)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return (scaled < 0 ? "-" : "") + "\(whole)" + (fraction.isEmpty ? "" : ".\(fraction)")
    }
}
