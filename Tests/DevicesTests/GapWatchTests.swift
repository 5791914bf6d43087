import HJ212
import Kernel
import Persistence
import Testing

@testable import Devices

struct GapWatchTests {
    /// A stage whose clock stands at 14:00; hours are those of the day.
    private func stage(missing: Set<Int64>) async throws -> DevicesStage {
        let stage = try await DevicesStage()
        let midnight = stage.clock.now().adding(hours: -14)
        stage.periods.put(
            (0..<14).filter { !missing.contains($0) }.map { midnight.adding(hours: $0) }, of: 2061)
        stage.link.connect(["M1"], at: stage.clock.now())
        return stage
    }

    private func answer(_ stage: DevicesStage, _ result: String) async throws {
        try await stage.look()
        try stage.answer(1, 9012, "ExeRtn=\(result)")
        try await stage.look()
    }

    @Test func `the newest gap is asked for first, one request at a time`() async throws {
        let stage = try await stage(missing: [3, 4, 9])
        #expect(try await stage.room.gapWatch.look() == 1)
        #expect(try await stage.room.gapWatch.look() == 0)
        try await stage.look()
        let frame = try #require(stage.link.sent(to: "M1").first)
        #expect(frame.value(of: "BeginTime") == "20261123090000")
        #expect(frame.value(of: "EndTime") == "20261123090000")
        try await answer(stage, "1")
        #expect(try await stage.room.gapWatch.look() == 1)
        try await stage.look()
        #expect(stage.link.sent(to: "M1").last?.value(of: "EndTime") == "20261123040000")
    }

    @Test func `a gap that stays is asked for three times and then given up by a fact`() async throws {
        let stage = try await stage(missing: [9])
        var asked = 0
        for _ in 0..<60 {
            asked += try await stage.room.gapWatch.look()
            try await answer(stage, "100")
            stage.clock.pass(seconds: 3_600)
            stage.link.connect(["M1"], at: stage.clock.now())
            let midnight = Instant(startOf: CivilDate(dayNumber: 20_780))
            let hours = stage.clock.now().milliseconds(since: midnight) / 3_600_000
            stage.periods.put((0..<hours).filter { $0 != 9 }.map { midnight.adding(hours: $0) }, of: 2061)
        }
        #expect(asked == GapPolicy.triesMax)
        #expect(try await stage.kinds().count { $0 == "devices.gap-given-up" } == 1)
        let gaps = try await stage.database.read {
            try GapStore.newest(outlet: OutletID(checked: "O1"), scope: .city, limit: 5, in: $0)
        }
        #expect(gaps.map { "\($0.tries) \($0.isGivenUp)" } == ["3 true"])
    }

    @Test func `a device that never gives history is left in peace`() async throws {
        let stage = try await stage(missing: [1, 3, 5, 7, 9])
        var asked = 0
        for _ in 0..<10 {
            asked += try await stage.room.gapWatch.look()
            for _ in 0..<5 {
                try await stage.look()
                stage.clock.pass(seconds: 10)
            }
        }
        #expect(asked == GapPolicy.silentMax)
    }

    @Test func `without a line, without a gap, and before the first value nothing is asked`() async throws {
        let whole = try await stage(missing: [])
        #expect(try await whole.room.gapWatch.look() == 0)
        let late = try await stage(missing: [0, 1, 2])
        #expect(try await late.room.gapWatch.look() == 0)
        let away = try await stage(missing: [5])
        away.link.disconnect("M1")
        #expect(try await away.room.gapWatch.look() == 0)
    }
}
