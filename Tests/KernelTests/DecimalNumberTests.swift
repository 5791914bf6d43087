import FoundationEssentials
import Testing

@testable import Kernel

struct DecimalNumberTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("+5", "5"), ("007", "7"), ("12.50", "12.5"), ("-12.50", "-12.5"),
        ("100", "100"), ("0.0000000001", "0.0000000001"), ("35.0", "35"),
        ("999999999999999.9999999999", "999999999999999.9999999999"), ("0.1000000000", "0.1"),
    ])
    func `plain notation is read exactly and shown without trailing zeros`(text: String, shown: String) throws {
        let number = try #require(DecimalNumber(text))
        #expect(number.description == shown)
        #expect(DecimalNumber(shown) == number)
        #expect(Set([number, try #require(DecimalNumber(shown))]).count == 1)
    }

    @Test(arguments: [
        "", ".", "-", "+", "1.", ".5", "1..2", "1.2.3", "1e3", "1E-3", "0x10", " 1", "1 ", "1,000", "--1", "+-1", "NaN",
        "NF", "inf", "１２", "1\u{301}", "1\u{0}", "1234567890123456", "1.12345678901",
    ])
    func `anything else is refused`(text: String) {
        #expect(DecimalNumber(text) == nil)
    }

    @Test func `a tenth is a tenth, and order is the order of numbers`() throws {
        let numbers = try ["-2", "-1.5", "0", "0.1", "0.2", "0.3", "9.9", "10", "35", "35.0000000001"].map {
            try #require(DecimalNumber($0))
        }
        #expect(numbers == numbers.sorted())
        #expect(numbers[3].value + numbers[4].value == numbers[5].value)
    }

    @Test(arguments: [
        "99999999999999999999999999.99", "0.33333333333333333333333333333333333333", "-12345678901234567890",
    ])
    func `a computed number comes back from storage though it is too long for a reading`(text: String) throws {
        #expect(DecimalNumber(text) == nil)
        let number = try #require(DecimalNumber(stored: text))
        #expect(try JSONDecoder().decode(DecimalNumber.self, from: JSONEncoder().encode(number)) == number)
    }

    @Test(arguments: ["1e3", "", "12345678901234567890.10", "1" + String(repeating: "7", count: 60), "NaN"])
    func `storage is not believed either`(text: String) {
        #expect(DecimalNumber(stored: text) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(DecimalNumber.self, from: JSONEncoder().encode(text))
        }
    }
}
