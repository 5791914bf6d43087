import Facts
import Kernel
import Standards
import Testing

struct StartStopWindowsTests {
    private static func windows() throws -> StartStopWindows {
        try StartStopWindows(json: JudgingMaterial.bytes("start-stop-windows.json"))
    }

    @Test(
        arguments: [
            ("coal-boiler", StartStopWindows.Phase.start, "cold", "a21026", 4),
            ("coal-boiler", .start, "hot", "a21026", 2), ("coal-boiler", .stop, nil, "a21002", 1),
            ("thermal-power", .start, nil, "a21002", 4), ("thermal-power", .start, "named-case", "a21002", 8),
            ("thermal-power", .start, nil, "a21026", nil), ("cement-kiln", .start, "cold", "a34013", 36),
            ("cement-kiln", .start, "hot", "a34013", 8), ("cement-kiln", .stop, nil, "a34013", nil),
            ("sintering", .start, nil, "a21026", 8), ("ceramic-brick", .start, nil, "a21026", 4),
            ("ceramic-brick", .stop, nil, "a21026", 2), ("glass", .start, nil, "a21026", nil),
        ] as [(String, StartStopWindows.Phase, String?, String, Int?)])
    func `a window is that of its trade, end and factor`(
        sector: String, phase: StartStopWindows.Phase, kind: String?, factor: String, hours: Int?
    ) throws {
        let row = try Self.windows().row(
            sector: sector, phase: phase, kind: kind, factor: try #require(PollutantCode(factor)))
        #expect(row?.hoursMax == hours)
        guard let hours else {
            #expect(StartStopWindows.judge(row, hourInARow: 1).outcome == .noWindow)
            return
        }
        #expect(StartStopWindows.judge(row, hourInARow: hours).outcome == .exempt)
        #expect(StartStopWindows.judge(row, hourInARow: hours + 1).outcome == .judged)
    }

    /// A boiler may stand anywhere; a kiln only where such kilns are.
    @Test(
        arguments: [
            ("1713", ["coal-boiler"]), ("3011", ["coal-boiler", "cement-kiln"]),
            ("3110", ["coal-boiler", "sintering"]), ("3032", ["coal-boiler", "ceramic-brick"]),
            ("4411", ["coal-boiler", "thermal-power"]),
        ] as [(String, Set<String>)])
    func `a trade claims the starts of its own kinds of source`(trade: String, sectors: Set<String>) throws {
        let claimable = try Self.windows().claimable(by: IndustryCode(checked: trade))
        #expect(Set(claimable.rows.map(\.sector)) == sectors)
        #expect(try Self.windows().claimable(by: nil).rows.count == 11)
    }

    @Test func `all of them are from memory and say so`() throws {
        let rows = try Self.windows().rows
        #expect(rows.count == 11 && rows.allSatisfy { $0.certainty == .fromMemory })
        #expect(StartStopWindows.judge(rows[0], hourInARow: 1).steps[0].zh.contains("凭记忆"))
    }
}
