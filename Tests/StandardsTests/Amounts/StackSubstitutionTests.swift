import Facts
import Kernel
import Standards
import Testing

struct StackSubstitutionTests {
    private typealias Material = JudgingMaterial

    @Test(
        arguments: [
            ("100", 1, 180), ("90", 24, 180), ("90", 25, 720), ("89.99", 1, 2_160), ("75", 1, 2_160), ("74.99", 1, nil),
            ("0", 1, nil),
        ] as [(String, Int, Int?)])
    func `the window follows capture rate and gap`(capture: String, missing: Int, hours: Int?) throws {
        let window = StackSubstitution.window(
            capturePercent: ExactQuotient(try Material.number(capture)), missingHours: missing,
            figures: try Material.figures().substitution
        ).outcome
        #expect(window == hours.map { .lastValidHours($0) } ?? StackSubstitution.Window.none)
    }

    /// 1889 of 2099 hours are 89.995 %: rounded to two digits they would be 90 and take the short window.
    @Test func `a capture rate is not rounded before it chooses`() throws {
        let rate = ExactQuotient(DecimalNumber(188_900), over: DecimalNumber(2_099))
        #expect(rate.rounded(fractionDigits: 2) == DecimalNumber(90))
        let window = StackSubstitution.window(
            capturePercent: rate, missingHours: 1, figures: try Material.figures().substitution
        ).outcome
        #expect(window == .lastValidHours(2_160))
    }

    @Test func `the greatest of the last hours stands in, not one before them`() throws {
        let history = try Material.numbers(["999"] + (1...180).map { "\($0 % 50)" })
        let ruling = StackSubstitution.value(before: history, window: .lastValidHours(180), cause: .invalid)
        #expect(ruling.outcome == .value(DecimalNumber(49), of: 180))
        #expect(
            ruling.steps.map(\.en) == ["the greatest of 180 valid hours before the failure: 49, for the amount only"])
        let longer = StackSubstitution.value(before: history, window: .lastValidHours(720), cause: .outOfControl)
        #expect(longer.outcome == .value(DecimalNumber(999), of: 181))
    }

    @Test func `without a valid hour or a window nothing stands in`() {
        #expect(StackSubstitution.value(before: [], window: .lastValidHours(180), cause: .invalid).outcome == .none)
        #expect(
            StackSubstitution.value(before: [DecimalNumber(1)], window: .none, cause: .invalid).outcome == .none)
    }
}
