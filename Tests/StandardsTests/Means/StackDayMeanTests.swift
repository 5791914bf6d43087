import Facts
import Kernel
import Standards
import Testing

struct StackDayMeanTests {
    private typealias Material = JudgingMaterial

    @Test(arguments: [(24, nil), (20, nil), (19, 19), (0, 0)] as [(Int, Int?)])
    func `a day with fewer than 20 valid hours has no mean`(valid: Int, tooFew: Int?) throws {
        let hours = (0..<24).map { $0 < valid ? DecimalNumber(50) : nil }
        let outcome = StackDayMean.of(hours, figures: try Material.figures().validity).outcome
        let mean = DayMean.mean(ExactQuotient(DecimalNumber(50)), values: valid)
        #expect(outcome == tooFew.map { .notEnough(values: $0) } ?? mean)
    }

    /// 21 hours of 10 and one of 20 are 230/22: no decimal, yet told from a limit beside it.
    @Test func `a mean that no decimal holds is compared exactly`() throws {
        let hours = try Material.numbers(Array(repeating: "10", count: 21) + ["20"])
        let mean = try #require(StackDayMean.of(hours, figures: try Material.figures().validity).outcome.quotient)
        #expect(mean.text == "≈ 10.4545454545")
        #expect(mean > ExactQuotient(try Material.number("10.4545454545")))
        #expect(mean < ExactQuotient(try Material.number("10.4545454546")))
    }

    /// Trap 12 of the field: converting hours and averaging is not averaging and converting.
    @Test func `the mean of converted hours is not the converted mean`() throws {
        let figures = try Material.figures()
        let reference = try Material.reference("waste-incinerator")
        func converted(_ value: DecimalNumber, _ oxygen: DecimalNumber) throws -> ExactQuotient {
            let hour = OxygenConversion.Hour(measured: value, oxygen: oxygen)
            let outcome = OxygenConversion.convert(hour, to: reference, figures: figures.conversion).outcome
            return try #require(outcome.converted)
        }
        let measured = DecimalNumber(40)
        #expect(try converted(measured, DecimalNumber(11)) == ExactQuotient(measured))
        #expect(try converted(measured, DecimalNumber(16)) == ExactQuotient(DecimalNumber(80)))
        // The mean of the two is 60; converting 40 at the mean oxygen of 13.5 gives 53.3.
        let ofMeans = try converted(measured, Material.number("13.5"))
        #expect(ofMeans.rounded(fractionDigits: 1) == (try Material.number("53.3")))
    }
}

extension OxygenConversion.Outcome {
    /// The converted concentration; nil when nothing was converted.
    fileprivate var converted: ExactQuotient? {
        if case .converted(let quotient) = self { quotient } else { nil }
    }
}
