import Kernel
import Standards
import Testing

struct ExceedMultipleTests {
    @Test(
        arguments: [
            ("80", "80", nil), ("79.999", "80", nil), ("0", "35", nil), ("-1", "35", nil), ("80.0000000001", "80", "0"),
            ("160", "80", "1"), ("87.5", "35", "1.5"), ("35.175", "35", "0"), ("35.525", "35", "0.02"),
            ("35.176", "35", "0.01"), ("36", "35", "0.03"), ("100", "30", "2.33"), ("50", "30", "0.67"),
            ("999999999999999", "0.0000000001", "9999999999999989999999999"),
        ] as [(String, String, String?)])
    func `the multiple counts from the limit, and the limit itself complies`(
        value: String, limit: String, expected: String?
    ) throws {
        let multiple = ExceedMultiple.of(
            try #require(DecimalNumber(value)), over: try #require(DecimalNumber(limit)))
        #expect(multiple?.description == expected)
    }

    /// 100 (value − limit) / limit in whole numbers. A quotient that a division cut short would tip a tie.
    @Test func `every small pair agrees with whole numbers`() {
        for limit in 1...120 {
            for value in (limit + 1)...(limit + 400) {
                let (quotient, rest) = (100 * (value - limit)).quotientAndRemainder(dividingBy: limit)
                let isUp = rest * 2 > limit || rest * 2 == limit && !quotient.isMultiple(of: 2)
                let hundredths = quotient + (isUp ? 1 : 0)
                let expected = DecimalNumber("\(hundredths / 100).\((hundredths % 100).padded(2))")
                guard ExceedMultiple.of(DecimalNumber(value), over: DecimalNumber(limit)) == expected else {
                    Issue.record("\(value) over \(limit) is not \(hundredths) hundredths")
                    return
                }
            }
        }
    }

    @Test func `a limit of nothing is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            _ = ExceedMultiple.of(DecimalNumber(1), over: DecimalNumber(0))
        }
    }
}
