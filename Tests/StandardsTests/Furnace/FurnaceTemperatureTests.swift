import Facts
import Kernel
import Standards
import Testing

struct FurnaceTemperatureTests {
    private typealias Material = JudgingMaterial

    @Test(arguments: [
        (["860", "870", "905"], ["880", "900", "840"], "875"), (["850"], ["851"], "850.5"),
        (["850", "853"], ["900"], "875.75"), (["1", "2", "3", "2000"], ["850", "850"], "426.25"),
    ])
    func `a single wild thermocouple does not move the temperature`(
        upper: [String], middle: [String], expected: String
    ) throws {
        for (above, below) in [(upper, middle), (middle, upper), (upper.reversed(), middle.reversed())] {
            let outcome = FurnaceTemperature.of(
                upper: try Material.numbers(above), middle: try Material.numbers(below)
            ).outcome
            #expect(outcome == .degrees(try Material.number(expected)))
        }
    }

    @Test func `a section without a reading gives no temperature`() {
        let readings = [DecimalNumber(900)]
        #expect(FurnaceTemperature.of(upper: [], middle: readings).outcome == .sectionMissing)
        #expect(FurnaceTemperature.of(upper: readings, middle: []).outcome == .sectionMissing)
    }

    @Test func `windows are counted from midnight and average the minutes they have`() throws {
        var minutes: [DecimalNumber?] = Array(repeating: DecimalNumber(900), count: 1_440)
        // Minutes 00:03 to 00:06 are cold: three of the first window's five stay warm.
        for minute in 3...6 { minutes[minute] = DecimalNumber(800) }
        for minute in 10..<15 { minutes[minute] = nil }
        minutes[15] = nil
        let windows = FurnaceTemperature.windows(ofMinutes: minutes)
        #expect(windows.count == 288)
        #expect(windows[0] == ExactQuotient(DecimalNumber(860)) && windows[1] == ExactQuotient(DecimalNumber(860)))
        #expect(windows[2] == nil && windows[3] == ExactQuotient(DecimalNumber(900)))
    }

    @Test func `a day that is not over has missing windows behind its minutes`() {
        let windows = FurnaceTemperature.windows(ofMinutes: [DecimalNumber(900)])
        #expect(windows.compactMap { $0 }.count == 1 && windows[0] != nil)
    }
}
