import Kernel
@testable import Simulator
import Testing

struct ReportCursorTests {
    private static let noon = Instant(milliseconds: 1_795_406_400_000)

    @Test(arguments: [0, 2, 15, 6])
    func `reports leave in the order of time, none is left out`(number: Int) throws {
        let outlet = SimulatedCity(seed: 9).outlet(number)
        var cursor = ReportCursor(outlet, kinds: Set(ReportKind.allCases), from: Self.noon)
        var last = Self.noon
        var counts: [ReportKind: Int] = [:]
        while let (report, leaves) = cursor.next, leaves < Self.noon.adding(hours: 48) {
            #expect(leaves >= last)
            last = leaves
            counts[report.kind, default: 0] += 1
            cursor.pass(report)
        }
        let hours = 48 * outlet.packetCount(of: .hour)
        #expect(counts == [.realTime: 5_760, .minute: 288, .hour: hours, .day: 2 * outlet.packetCount(of: .day)])
    }

    @Test func `without kinds there is nothing to send`() {
        let cursor = ReportCursor(SimulatedCity(seed: 9).outlet(0), kinds: [], from: Self.noon)
        #expect(cursor.next == nil)
    }
}
