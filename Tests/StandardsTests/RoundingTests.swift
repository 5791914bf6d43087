import Kernel
import Standards
import Testing

struct RoundingTests {
    /// Printed examples of GB/T 8170 as public pages quote them, a peer's calculator, and ends of the range.
    @Test(arguments: [
        ("28.350", 1, "28.4"), ("2.455", 2, "2.46"), ("1.050", 1, "1"), ("-0.0365", 3, "-0.036"),
        ("28.165", 2, "28.16"), ("28.250", 1, "28.2"), ("2.444", 2, "2.44"), ("28.175", 2, "28.18"),
        ("8.53459", 2, "8.53"),
        ("2.446", 2, "2.45"), ("2.445", 2, "2.44"), ("2500", -3, "2000"), ("28.050", 1, "28"),
        ("3500", -3, "4000"), ("2500.0000000001", -3, "3000"), ("500", -3, "0"), ("501", -3, "1000"), ("500", -4, "0"),
        ("999", -6, "0"), ("0.5", 0, "0"), ("1.5", 0, "2"), ("-0.5", 0, "0"), ("-1.5", 0, "-2"), ("9.995", 2, "10"),
        ("99.9951", 2, "100"), ("0.0049999999", 2, "0"), ("0.0050000001", 2, "0.01"), ("0.005", 2, "0"),
        ("12.3", 5, "12.3"), ("0", 2, "0"), ("999999999999999.9999999999", 9, "1000000000000000"),
    ])
    func `a value is rounded once, an exact five to the even digit`(value: String, digits: Int, expected: String) throws
    {
        let number = try #require(DecimalNumber(value))
        #expect(Rounding.gbt8170(number, fractionDigits: digits).description == expected)
    }

    /// n / 1000 in whole numbers: quotient and rest decide, no decimal arithmetic is involved.
    @Test(arguments: [(0, 1000), (1, 100), (2, 10), (3, 1), (-1, 10_000)])
    func `every thousandth up to twelve agrees with whole numbers`(digits: Int, step: Int) throws {
        for thousandths in -12_000...12_000 {
            let (quotient, rest) = abs(thousandths).quotientAndRemainder(dividingBy: step)
            let isUp = rest * 2 > step || rest * 2 == step && !quotient.isMultiple(of: 2)
            let expected = (quotient + (isUp ? 1 : 0)) * step * thousandths.signum()
            let rounded = Rounding.gbt8170(try Self.thousandths(thousandths), fractionDigits: digits)
            guard rounded == (try Self.thousandths(expected)) else {
                Issue.record("\(thousandths) thousandths to \(digits) digits gave \(rounded)")
                return
            }
        }
    }

    private static func thousandths(_ count: Int) throws -> DecimalNumber {
        let text = "\(abs(count) / 1000).\((abs(count) % 1000).padded(3))"
        return try #require(DecimalNumber(count < 0 ? "-" + text : text))
    }
}
