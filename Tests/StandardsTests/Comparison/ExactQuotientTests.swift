import Kernel
import Standards
import Testing

struct ExactQuotientTests {
    private typealias Material = JudgingMaterial

    /// n / d in whole numbers: quotient and rest decide.
    @Test(arguments: [0, 1, 2, 3])
    func `every small quotient is rounded as whole numbers say`(digits: Int) throws {
        let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
        for denominator in 1...64 {
            for numerator in -130...130 {
                let (quotient, rest) = (abs(numerator) * scale).quotientAndRemainder(dividingBy: denominator)
                let isUp = rest * 2 > denominator || rest * 2 == denominator && !quotient.isMultiple(of: 2)
                let whole = (quotient + (isUp ? 1 : 0)) * numerator.signum()
                let rounded = ExactQuotient(DecimalNumber(numerator), over: DecimalNumber(denominator))
                    .rounded(fractionDigits: digits)
                guard rounded.value * (DecimalNumber(scale).value) == DecimalNumber(whole).value else {
                    Issue.record("\(numerator)/\(denominator) to \(digits) digits gave \(rounded)")
                    return
                }
            }
        }
    }

    /// A division cut at 38 digits would lose what lies behind the five.
    @Test(arguments: [
        ("85450000000000000001", "10000000000000000000", 2, "8.55"),
        ("85450000000000000000", "10000000000000000000", 2, "8.54"),
        ("85449999999999999999", "10000000000000000000", 2, "8.54"), ("1", "3", 10, "0.3333333333"),
        ("2", "3", 0, "1"), ("2500", "1", -3, "2000"), ("25001", "10", -3, "3000"),
    ])
    func `a tie is told from what lies beside it`(
        numerator: String, denominator: String, digits: Int, expected: String
    ) throws {
        let quotient = ExactQuotient(
            try #require(DecimalNumber(stored: numerator)), over: try #require(DecimalNumber(stored: denominator)))
        #expect("\(quotient.rounded(fractionDigits: digits))" == expected)
    }

    @Test func `comparing needs no division`() throws {
        let third = ExactQuotient(DecimalNumber(1), over: DecimalNumber(3))
        #expect(third > ExactQuotient(try Material.number("0.3333333333")))
        #expect(third < ExactQuotient(try Material.number("0.3333333334")))
        #expect(third == ExactQuotient(DecimalNumber(2), over: DecimalNumber(6)))
        #expect(third.text == "≈ 0.3333333333")
        #expect(ExactQuotient(DecimalNumber(1), over: DecimalNumber(8)).text == "0.125")
    }

    @Test func `a denominator of nothing is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            _ = ExactQuotient(DecimalNumber(1), over: DecimalNumber(0))
        }
    }
}
