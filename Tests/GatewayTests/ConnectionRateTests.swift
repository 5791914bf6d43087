import Kernel
import Testing

@testable import Gateway

struct ConnectionRateTests {
    private static let noon = Instant(milliseconds: 1_795_000_020_000 / 60_000 * 60_000)

    private static func sender(_ number: Int) -> IPAddress { IPAddress(isV6: false, bits: UInt128(number)) }

    /// A step of a table: who opens a line, how many seconds after noon, and whether it is admitted.
    private struct Step {
        let sender: Int
        let second: Int64
        let isAdmitted: Bool
    }

    private static func isKept(_ steps: [Step], perMinuteMax: Int) -> Bool {
        var rate = ConnectionRate(perMinuteMax: perMinuteMax)
        return steps.map { rate.admits(sender($0.sender), at: noon.adding(seconds: $0.second)) }
            == steps.map(\.isAdmitted)
    }

    @Test func `one line more than the limit waits for the next minute, and others do not`() {
        let steps = [
            Step(sender: 1, second: 0, isAdmitted: true), Step(sender: 1, second: 1, isAdmitted: true),
            Step(sender: 1, second: 2, isAdmitted: true), Step(sender: 1, second: 3, isAdmitted: false),
            Step(sender: 2, second: 59, isAdmitted: true), Step(sender: 1, second: 59, isAdmitted: false),
            Step(sender: 1, second: 60, isAdmitted: true),
        ]
        #expect(Self.isKept(steps, perMinuteMax: 3))
    }

    @Test func `a clock that is set back begins a new minute`() {
        let steps = [
            Step(sender: 1, second: 0, isAdmitted: true), Step(sender: 1, second: 0, isAdmitted: false),
            Step(sender: 1, second: -86_400, isAdmitted: true),
        ]
        #expect(Self.isKept(steps, perMinuteMax: 1))
    }

    @Test func `senders beyond those that are counted share one count`() {
        let counted = (0..<ConnectionRate.sendersMax).map { Step(sender: $0, second: 0, isAdmitted: true) }
        let beyond = (0..<4).map { Step(sender: 1_000_000 + $0, second: 0, isAdmitted: $0 < 2) }
        #expect(Self.isKept(counted + beyond + [Step(sender: 5, second: 0, isAdmitted: true)], perMinuteMax: 2))
    }
}
