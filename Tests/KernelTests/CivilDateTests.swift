import Testing

@testable import Kernel

struct CivilDateTests {
    /// 1900-01-01 was a Monday and lies 25,567 days before 1970: the count starts there and goes day by day.
    @Test func `every day from 1900 to 2100 agrees with a count by hand`() {
        var number: Int64 = -25_567
        var weekday = 0
        var wrong: [String] = []
        for year in 1900...2100 {
            let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
            for (month, days) in zip(1..., [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
                for day in 1...days {
                    let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
                    let date = CivilDate(dayNumber: number)
                    let agrees =
                        date.parts == (year, month, day) && date == CivilDate(year: year, month: month, day: day)
                        && date.description == text && CivilDate(text) == date && date.isWeekend == (weekday >= 5)
                    if !agrees { wrong.append(text) }
                    number += 1
                    weekday = (weekday + 1) % 7
                }
                if CivilDate(year: year, month: month, day: days + 1) != nil { wrong.append("\(year)-\(month) end") }
            }
        }
        #expect(wrong.isEmpty)
        #expect(CivilDate(dayNumber: number).description == "2101-01-01")
    }

    @Test(arguments: [
        "", "2026-2-03", "2026-02-30", "2023-02-29", "2100-02-29", "0000-01-01", "2026-00-10", "2026-13-01",
        "2026-01-00", "2026-01-32", "2026-1123", "2026-11-23 ", "+026-11-23", "2026/11/23", "２０２６-11-23",
        "2026-11-2\u{301}3",
        "10000-01-01", "2026-11-23-",
    ])
    func `what is no date is refused`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: [("0001-01-01", -719_162), ("1969-12-31", -1), ("1970-01-01", 0), ("9999-12-31", 2_932_896)])
    func `a date is a count of days since 1970`(text: String, number: Int64) throws {
        let date = try #require(CivilDate(text))
        #expect(date.dayNumber == number)
        #expect(date.adding(days: -number).description == "1970-01-01")
    }
}
