import Foundation
import Kernel
import Testing

/// Worked by hand on the calendar of 2026: Spring Festival is off from 15 to 23 February; Saturdays 14 and 28 February
/// are worked in exchange.
struct StatutoryTermTests {
    @Test(
        arguments: [
            // Calendar days: the first is not counted; a last day off moves to the next working day.
            ("2026-02-10T09:30", 4, .calendarDay, "2026-02-15 00:00"),
            ("2026-02-10T09:30", 5, .calendarDay, "2026-02-25 00:00"),
            ("2026-02-10T09:30", 13, .calendarDay, "2026-02-25 00:00"),
            ("2026-02-10T09:30", 14, .calendarDay, "2026-02-25 00:00"),
            ("2026-02-10T09:30", 15, .calendarDay, "2026-02-26 00:00"),
            ("2026-02-10T09:30", 18, .calendarDay, "2026-03-01 00:00"),
            ("2026-02-10T09:30", 19, .calendarDay, "2026-03-03 00:00"),
            ("2026-02-10T00:00", 1, .calendarDay, "2026-02-12 00:00"),
            ("2026-02-10T23:59", 1, .calendarDay, "2026-02-12 00:00"),
            // Working days: Saturday 14 counts, the festival does not, Saturday 28 counts again.
            ("2026-02-12T17:00", 1, .workingDay, "2026-02-14 00:00"),
            ("2026-02-12T17:00", 2, .workingDay, "2026-02-15 00:00"),
            ("2026-02-12T17:00", 3, .workingDay, "2026-02-25 00:00"),
            ("2026-02-12T17:00", 7, .workingDay, "2026-03-01 00:00"),
            ("2026-02-12T17:00", 8, .workingDay, "2026-03-03 00:00"),
            ("2026-02-17T10:00", 1, .workingDay, "2026-02-25 00:00"),
            ("2026-09-19T10:00", 1, .workingDay, "2026-09-21 00:00"),
            // Hours and minutes run through nights and holidays.
            ("2026-02-14T23:30", 1, .hour, "2026-02-15 00:30"), ("2026-02-14T12:00", 24, .hour, "2026-02-15 12:00"),
            ("2026-02-14T12:00", 48, .hour, "2026-02-16 12:00"), ("2026-02-28T23:31", 29, .minute, "2026-03-01 00:00"),
            ("2026-02-28T23:31", 30, .minute, "2026-03-01 00:01"),
        ] as [(String, Int, StatutoryTerm.Unit, String)])
    func `a term runs out when the law says`(
        start: String, amount: Int, unit: StatutoryTerm.Unit, due: String
    ) throws {
        let parts = start.split(separator: "T")
        let clock = try parts[1].split(separator: ":").map { try #require(Int64($0)) }
        let moment = Instant(startOf: try #require(CivilDate(parts[0]))).adding(minutes: clock[0] * 60 + clock[1])
        let end = StatutoryTerm(amount, unit).due(from: moment, on: try AnnouncedCalendar.calendar())
        #expect(end.civil.minuteText == due)
        #expect(end.civil.second == 0)
    }

    @Test func `a term of nothing is a programmer error`() async {
        await #expect(processExitsWith: .failure) { _ = StatutoryTerm(0, .hour) }
    }
}
