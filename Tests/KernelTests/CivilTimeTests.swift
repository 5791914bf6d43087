import Testing

@testable import Kernel

struct CivilTimeTests {
    @Test(
        arguments: [
            (0, "1970-01-01T08:00:00.000+08:00", 0),
            (-1, "1970-01-01T07:59:59.999+08:00", -3_600_000),
            (-28_800_000, "1970-01-01T00:00:00.000+08:00", -28_800_000),
            (-28_800_001, "1969-12-31T23:59:59.999+08:00", -32_400_000),
            (1_709_222_399_999, "2024-02-29T23:59:59.999+08:00", 1_709_218_800_000),
            (1_709_222_400_000, "2024-03-01T00:00:00.000+08:00", 1_709_222_400_000),
            (1_795_413_605_007, "2026-11-23T14:00:05.007+08:00", 1_795_413_600_000),
        ] as [(Int64, String, Int64)])
    func `a moment is shown by the clock on the wall in China`(milliseconds: Int64, iso: String, hour: Int64) {
        let instant = Instant(milliseconds: milliseconds)
        #expect(instant.civil.isoText == iso)
        #expect(instant.startOfHour.milliseconds == hour)
        let minute = iso.prefix(16).replacing("T", with: " ")
        #expect(instant.civil.minuteText == minute)
        #expect(instant.civil.secondText == minute + iso.dropFirst(16).prefix(3))
        #expect(instant.civil.digits == iso.prefix(19).filter(\.isNumber))
    }

    @Test func `a term that ends at midnight ends with the day before`() throws {
        let day = try #require(CivilDate("2026-03-01"))
        let midnight = Instant(startOf: day)
        #expect(midnight.termText == "2026-02-28 24:00")
        #expect(midnight.adding(minutes: 1).termText == "2026-03-01 00:01")
        #expect(midnight.adding(minutes: -1).termText == "2026-02-28 23:59")
    }

    @Test func `a civil day lasts from its first to its last millisecond`() {
        for number in stride(from: Int64(-30_000), through: 60_000, by: 997) {
            let date = CivilDate(dayNumber: number)
            let start = Instant(startOf: date)
            #expect(start.civil.date == date)
            #expect(start.adding(milliseconds: -1).civil.date == date.adding(days: -1))
            #expect(start.adding(hours: 24).adding(milliseconds: -1).civil.date == date)
        }
    }
}
