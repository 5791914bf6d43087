import Kernel
import Testing

@testable import Governance

struct CivilMonthTests {
    @Test(arguments: [
        ("2026-10", 1, "2026-11", "2026-10-31"), ("2026-12", 1, "2027-01", "2026-12-31"),
        ("2027-01", -1, "2026-12", "2027-01-31"), ("2028-02", 12, "2029-02", "2028-02-29"),
    ])
    func `months are counted on and end with their last day`(
        text: String, months: Int, later: String, last: String
    ) throws {
        let month = try #require(CivilMonth(text))
        #expect(month.description == text && month.adding(months).description == later)
        #expect(month.lastDay.description == last)
    }

    @Test(arguments: ["2026", "2026-13", "2026-1", "2026-10-01", "", "abcd-ef"])
    func `what is no month is none`(text: String) {
        #expect(CivilMonth(text) == nil)
    }
}
