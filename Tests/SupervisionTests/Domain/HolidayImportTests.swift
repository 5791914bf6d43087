import Kernel
import Persistence
import Testing

@testable import Supervision

struct HolidayImportTests {
    private static let known = WorkingDayCalendar(
        holidays: [CivilDate(dayNumber: 20_454)], makeUpWorkdays: [])

    @Test(arguments: [
        ("2027-01-01,holiday", "it has 2 fields, not date,kind,name_zh,name_en,source"),
        ("2027-02-30,holiday,春节,x,s", "2027-02-30 is no date"),
        ("2027-02-03,rest,春节,x,s", "rest is neither holiday nor workday"),
        ("2026-10-01,holiday,国庆节,x,s", "the year 2026 is announced already"),
        ("2027-01-01,holiday,元旦,x,s\n2027-01-01,holiday,元旦,x,s", "2027-01-01 stands in the table twice"),
        ("2027-02-03,workday,春节,x,s", "2027-02-03 is no weekend day, so it cannot be worked in exchange"),
        ("2027-01-01,holiday,元旦,x,", "it names no notice as its source"), ("", "the table holds no day"),
    ])
    func `a line that cannot be taken is refused with its reason`(lines: String, reason: String) {
        let table = HolidayImport(csv: "date,kind,name_zh,name_en,source,certainty\n" + lines, knowing: Self.known)
        #expect(table.refused.map(\.reason) == [reason])
    }

    @Test func `a whole table counts from then on, half of one is not taken`() async throws {
        let stage = try await SupervisionStage()
        let heading = "date,kind,name_zh,name_en,source,certainty\r\n"
        let good =
            heading + "2027-02-09,holiday,春节,Spring Festival,示例通知,design-value\r\n"
            + "2027-01-03,workday,元旦,New Year,示例通知,design-value\r\n"
        let half = HolidayImport(csv: good + "x\r\n", knowing: Self.known)
        #expect(half.refused.map(\.number) == [4] && half.days.count == 2)
        let whole = HolidayImport(csv: good, knowing: Self.known)
        let counted = try await stage.database.write { [room = stage.room] access in
            try room.take(half, in: access)
            let none = try SupervisionRoom.calendar(Self.known, with: access)
            try room.take(whole, in: access)
            return (none, try SupervisionRoom.calendar(Self.known, with: access))
        }
        let (day, worked) = (try #require(CivilDate("2027-02-09")), try #require(CivilDate("2027-01-03")))
        #expect(!counted.0.isAnnounced(day) && counted.0.isWorkingDay(day))
        #expect(counted.1.isAnnounced(day) && !counted.1.isWorkingDay(day) && counted.1.isWorkingDay(worked))
        #expect(whole.years == [2027])
        // A program that runs learns of it by the journal.
        let live = LiveCalendar(Self.known)
        let rules = try CaseExample.rules().counted(on: live)
        #expect(rules.calendar.isWorkingDay(day))
        try await JournalDelivery(
            database: stage.database, subscribers: [stage.room.holidaySubscriber(turning: live)]
        ).deliverAll()
        #expect(rules.calendar == counted.1)
        #expect(try await stage.kinds() == ["supervision.holidays-imported"])
    }
}
