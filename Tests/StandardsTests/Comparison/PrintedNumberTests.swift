import Standards
import Testing

struct PrintedNumberTests {
    @Test(arguments: [("8.0", 1), ("8", 0), ("0.50", 2), ("0.00003", 5), ("850", 0), ("-1.0", 1)])
    func `the printed digits are kept`(text: String, digits: Int) throws {
        let number = try #require(PrintedNumber(text))
        #expect(number.fractionDigits == digits)
        #expect(number.description == text)
    }

    @Test(arguments: ["", "ND", "3e-05", "6-9", "1,5"])
    func `anything else is no number`(text: String) {
        #expect(PrintedNumber(text) == nil)
    }
}
