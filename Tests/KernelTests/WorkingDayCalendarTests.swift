import Kernel
import Testing

struct WorkingDayCalendarTests {
    @Test func `the announced table contradicts neither itself nor the week`() throws {
        let (off, worked) = (try AnnouncedCalendar.days("holiday"), try AnnouncedCalendar.days("workday"))
        #expect(off.isDisjoint(with: worked))
        #expect(worked.filter { !$0.isWeekend }.isEmpty)
    }

    /// Weekdays off less weekend days worked are the statutory days of rest: 11, and 13 since the rule of 2025. In 2020
    /// the epidemic prolonged Spring Festival by two.
    @Test(arguments: zip(2020...2026, [13, 11, 11, 11, 11, 13, 13]))
    func `a year gives its statutory days of rest`(year: Int, days: Int) throws {
        let off = try AnnouncedCalendar.days("holiday").filter { $0.parts.year == year && !$0.isWeekend }
        #expect(try off.count - AnnouncedCalendar.days("workday").filter { $0.parts.year == year }.count == days)
    }

    @Test(arguments: [
        ("2026-02-13", true), ("2026-02-14", true), ("2026-02-15", false), ("2026-02-23", false), ("2026-02-24", true),
        ("2026-02-28", true), ("2026-03-01", false), ("2026-10-08", true), ("2026-10-10", true), ("2026-10-11", false),
    ])
    func `offices work as the State Council announced`(text: String, works: Bool) throws {
        #expect(try AnnouncedCalendar.calendar().isWorkingDay(try #require(CivilDate(text))) == works)
    }

    @Test(arguments: [("2019-12-31", false), ("2020-01-01", true), ("2026-12-31", true), ("2028-01-01", false)])
    func `a year without a notice is known to be one`(text: String, isAnnounced: Bool) throws {
        #expect(try AnnouncedCalendar.calendar().isAnnounced(try #require(CivilDate(text))) == isAnnounced)
    }

    /// 2027-01-01 is a Friday.
    @Test func `New Year's Day is off with or without the year's notice, and the term says that the notice is missing`()
        throws
    {
        let calendar = try AnnouncedCalendar.calendar()
        let start = Instant(startOf: try #require(CivilDate("2026-12-30"))).adding(hours: 22)
        let days = StatutoryTerm(2, .workingDay)
        let due = days.due(from: start, on: calendar)
        #expect(due.termText == "2027-01-04 24:00" && calendar.unannouncedYear(until: due) == 2027)
        #expect(WorkingDayCalendar.caution(of: 2027).zh.contains("2027"))
        // The last day of the year lies in it, and hours are no days.
        let last = StatutoryTerm(1, .workingDay).due(from: start, on: calendar)
        #expect(last.termText == "2026-12-31 24:00" && calendar.unannouncedYear(until: last) == nil)
        #expect(calendar.unannouncedYear(until: StatutoryTerm(72, .hour).due(from: start, on: calendar)) == nil)
    }

    @Test(arguments: [("2026-10-31", nil), ("2026-11-01", 2027), ("2027-03-01", 2027), ("2025-12-01", nil)])
    func `from November on the next year's notice is asked for, and a year without one goes on asking`(
        text: String, year: Int?
    ) throws {
        #expect(try AnnouncedCalendar.calendar().yearToImport(on: try #require(CivilDate(text))) == year)
    }

    @Test func `a year off is still a calendar, a longer one is a broken table`() async throws {
        let start = try #require(CivilDate("2026-01-01"))
        let off = Set((0..<365).map { start.adding(days: $0) })
        let calendar = WorkingDayCalendar(holidays: off, makeUpWorkdays: [start.adding(days: 365)])
        #expect(calendar.firstWorkingDay(onOrAfter: start) == start.adding(days: 365))
        await #expect(processExitsWith: .failure) {
            let first = CivilDate(dayNumber: 20_000)
            let forever = WorkingDayCalendar(
                holidays: Set((0..<366).map { first.adding(days: $0) }), makeUpWorkdays: [])
            _ = forever.firstWorkingDay(onOrAfter: first)
        }
    }
}
