import Kernel
import Persistence
import Testing

struct DecisionTests {
    private func decision(
        id: String = "D0102", rule: String = "TST-01", version: Int = 1, reference: String = "R2",
        at: Int64 = 1_700_000_000_000, input: String = "{\"number\":2}", outcome: String = "{\"double\":4}",
        steps: String = "[]"
    ) -> Decision {
        Decision(
            id: DecisionID(checked: id), ruleCode: rule, ruleVersion: version, reference: reference,
            decidedAt: Instant(milliseconds: at), input: Array(input.utf8), outcome: Array(outcome.utf8),
            stepsJSON: Array(steps.utf8))
    }

    /// The example of `docs/method/journal.md`, its digest computed by another program.
    @Test func `the digest is that of the method page, so that its form cannot drift`() {
        #expect(decision().digest.hex == "8e28898f1820ca189629c544d6c811c3dd21ccbe5b570b02fa0d8ad602167055")
    }

    @Test func `every part of a decision is in its digest`() {
        let changed = [
            decision(id: "D0103"), decision(rule: "TST-02"), decision(version: 2), decision(reference: "R3"),
            decision(at: 1), decision(input: "{}"), decision(outcome: "{}"), decision(steps: "[1]"),
        ]
        #expect(Set(changed.map(\.digest) + [decision().digest]).count == changed.count + 1)
    }
}
