import FoundationEssentials
import Kernel
import Standards

/// A mean that the platform computed, kept as its exact quotient.
struct ComputedMean: Hashable, Sendable, Codable {
    private let sum: DecimalNumber
    private let weight: DecimalNumber

    /// As many digits behind the point are shown. Design value.
    static let shownDigits = 4

    /// The arithmetic mean; nil of nothing.
    init?(of numbers: [DecimalNumber]) {
        guard !numbers.isEmpty else { return nil }
        sum = DecimalNumber(numbers.reduce(Decimal(0)) { $0 + $1.value })
        weight = DecimalNumber(numbers.count)
    }

    /// A mean that is known as a quotient.
    init(_ quotient: ExactQuotient) {
        (sum, weight) = (quotient.numerator, quotient.denominator)
    }

    /// For pages: rounded once by GB/T 8170.
    var shown: DecimalNumber { ExactQuotient(sum, over: weight).rounded(fractionDigits: Self.shownDigits) }

    /// Whether an uploaded number lies farther away than both a share of the mean, in per cent, and so many of the
    /// number's own last digits allow. Nothing is divided.
    func differs(from uploaded: DecimalNumber, percentMax: DecimalNumber, stepsMax: Int) -> Bool {
        let distance = abs(uploaded.value * weight.value - sum.value)
        let step = Decimal(sign: .plus, exponent: -Self.fractionDigits(of: uploaded), significand: 1)
        return 100 * distance > percentMax.value * abs(sum.value)
            && distance > Decimal(stepsMax) * step * weight.value
    }

    /// The difference in per cent of the mean, rounded to whole ones; nil where the mean is zero.
    func percent(from uploaded: DecimalNumber) -> DecimalNumber? {
        guard sum.value != 0 else { return nil }
        let size = DecimalNumber(abs(sum.value))
        let excess = DecimalNumber(100 * (uploaded.value * weight.value - sum.value))
        return ExactQuotient(excess, over: size).rounded(fractionDigits: 0)
    }

    private static func fractionDigits(of number: DecimalNumber) -> Int {
        number.description.split(separator: ".").dropFirst().first?.count ?? 0
    }
}
