import Facts
import Kernel
import Standards
import Testing

struct CaptureRateTests {
    private typealias Material = JudgingMaterial

    @Test(arguments: 0...60)
    func `an hour needs 45 valid minutes`(minutes: Int) throws {
        let outcome = CaptureRate.hour(validMinutes: minutes, figures: try Material.figures().validity).outcome
        #expect(outcome == (minutes >= 45 ? .valid : .notValid))
    }

    @Test(arguments: 0...24)
    func `a stack's day needs 20 valid hours, not 18`(hours: Int) throws {
        let outcome = CaptureRate.stackDay(validHours: hours, figures: try Material.figures().validity).outcome
        #expect(outcome == (hours >= 20 ? .valid : .notValid))
    }

    @Test(arguments: [
        (18, 24, CaptureRate.Outcome.valid), (17, 24, .notValid), (9, 12, .valid), (8, 12, .notValid),
        (0, 0, .nothingExpected),
        (0, 24, .notValid), (5, 7, .notValid), (6, 7, .valid), (1, 1, .valid), (30, 24, .valid),
    ])
    func `a day of waste water needs three quarters of its readings`(
        valid: Int, expected: Int, outcome: CaptureRate.Outcome
    ) throws {
        let ruling = CaptureRate.waterDay(
            validReadings: valid, expected: expected, figures: try Material.figures().validity)
        #expect(ruling.outcome == outcome)
    }

    @Test(arguments: [
        (2_160, 160, 500, "75", CaptureRate.Outcome.valid), (2_160, 160, 501, "74.95", .notValid),
        (2_184, 0, 0, "100", .valid), (2_160, 0, 2_160, "0", .notValid), (2_160, 2_159, 1, "0", .notValid),
    ])
    func `a quarter's capture leaves stopped hours out`(
        hours: Int, stopped: Int, invalid: Int, percent: String, outcome: CaptureRate.Outcome
    ) throws {
        let quarter = CaptureRate.quarter(
            hours: hours, stopped: stopped, invalid: invalid, figures: try Material.figures().validity
        ).outcome
        #expect(quarter.percent.map { "\($0.rounded(fractionDigits: 2))" } == percent)
        #expect(quarter.outcome == outcome)
    }

    @Test func `a source that stood still all the quarter has no capture rate`() throws {
        let quarter = CaptureRate.quarter(
            hours: 2_160, stopped: 2_160, invalid: 0, figures: try Material.figures().validity
        ).outcome
        #expect(quarter.percent == nil && quarter.outcome == .nothingExpected)
    }

    @Test func `a figure that is not verified says so in the steps`() throws {
        let figures = try Material.figures().validity
        let water = CaptureRate.waterDay(validReadings: 18, expected: 24, figures: figures).steps
        #expect(
            water.map(\.en) == [
                "valid readings of the day 18/24 = 75 % ≥ 75 % (from memory, not checked against the text)"
            ])
        #expect(
            CaptureRate.stackDay(validHours: 19, figures: figures).steps.map(\.zh)
                == ["当日有效小时 19 小时 < 20 小时（凭记忆，未核对原文）"])
    }
}
