import Testing

@testable import Kernel

struct TypedNumberTests {
    @Test(
        arguments: [
            ("1234.5", "1234.5"), (" １２３．４　", "123.4"), ("1,234.5", "1234.5"), ("1，234，567", "1234567"),
            ("－０．５", "-0.5"), ("−3", "-3"), ("+7", "7"), ("007", "007"), ("12,345", "12345"),
        ])
    func `numbers are read as people type them`(typed: String, plain: String) {
        #expect(TypedNumber.plain(typed) == plain)
        #expect(DecimalNumber(plain) != nil)
    }

    @Test(
        arguments: [
            "", " ", "12,34", "1234,567", ",123", "1,234,", "1.2.3", ".5", "5.", "1.234,5", "1 234", "12万", "1e3",
            "--1", "三",
            "5%", "１２a", "1.5,000",
        ])
    func `anything else is no number`(typed: String) {
        #expect(TypedNumber.plain(typed) == nil)
    }
}
