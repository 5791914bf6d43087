import Facts
import Kernel
import Standards
import Testing

struct LowTemperatureDayTests {
    private typealias Material = JudgingMaterial

    /// Low, missing and exempt windows of a day, and whether it is a violation.
    @Test(arguments: [
        (0, 0, 0, false), (5, 0, 0, false), (6, 0, 0, true), (5, 200, 0, false), (5, 0, 60, false), (6, 200, 60, true),
        (288, 0, 0, true),
    ])
    func `only the sixth low window in normal operation is a violation`(
        low: Int, missing: Int, exempt: Int, isViolation: Bool
    ) throws {
        let figures = try Material.figures().furnace
        let cold = LowTemperatureDay.Window.mean(ExactQuotient(try Material.number("849.9")))
        let warm = LowTemperatureDay.Window.mean(ExactQuotient(DecimalNumber(850)))
        let windows =
            Array(repeating: cold, count: low) + Array(repeating: .missing, count: missing)
            + Array(repeating: .exempt, count: exempt) + Array(repeating: warm, count: 288 - low - missing - exempt)
        let outcome = LowTemperatureDay.judge(
            windows.reversed(), degreesMin: figures.municipalDegreesMin, figures: figures
        ).outcome
        #expect(outcome.isViolation == isViolation)
        #expect([outcome.low, outcome.missing, outcome.exempt] == [low, missing, exempt])
    }
}
