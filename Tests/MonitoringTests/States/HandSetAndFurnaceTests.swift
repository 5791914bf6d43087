import Facts
import HJ212
import Kernel
import Persistence
import Testing

@testable import Monitoring

/// Hours set by hand, and furnaces that send everything but their temperature (decision 176).
struct HandSetAndFurnaceTests {
    @Test func `MON-14 hours set by hand are asked about from the fourth on, and the branch confirms`() async throws {
        let scene = try await StateScene()
        try await scene.send("NSSS")
        try await scene.look(at: 4)
        #expect(try await scene.only()?.stage == .quiet)
        #expect(try await scene.openDuties() == [])
        try await scene.send("SN", from: 4)
        try await scene.look(at: 6)
        #expect(try await scene.standing() == ["manual 1–4/4"])
        #expect(try await scene.openDuties().map(\.kind) == ["monitoring.state-explain"])
        #expect(try await scene.differences() == [])
        try await scene.look(at: 31)
        let late = try await scene.openDuties().filter { $0.kind == "monitoring.state-look" }
        #expect(late.map(\.role) == [.branchOfficer], "the enterprise was late")
        #expect(try await scene.differences() == [])
    }

    /// The scene of a furnace whose temperature is at least 850 ℃.
    private func furnace() async throws -> StateScene {
        let scene = try await StateScene()
        let fact = LimitRecorded(
            outlet: MonitoringStage.outlet, pollutant: .furnaceTemperature, limit: "850",
            validFrom: HourPattern.start.civil.date.adding(days: -60), validTo: nil, source: "示例 GB 18485-2014",
            demand: .atLeast, unit: "degC", averaging: .day)
        try await scene.stage.database.write { [room = scene.stage.room] access in
            try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
        }
        return scene
    }

    /// One five-minute mean of each of these hours.
    private func send(_ hours: Range<Int>, to scene: StateScene) async throws {
        try await scene.stage.store(
            try hours.map { hour in
                try WireFrame.hour(
                    CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14,
                    "a01901-Avg=900,a01901-Flag=N", qn: "20261123\(hour.padded(9))", command: 2111)
            })
    }

    @Test func `MON-10 a furnace that burns and sends no temperature is silent, one that stands still is not`()
        async throws
    {
        for isStopped in [false, true] {
            let scene = try await furnace()
            try await send(0..<2, to: scene)
            try await scene.send(isStopped ? "NNFFFFF" : "NNNNNNN")
            try await scene.look(at: 5)
            let silent = try await scene.episodes().filter { $0.kind == .noData }
            #expect(silent.map { StatePattern.text($0.extent) } == (isStopped ? [] : ["no-data 2–+"]))
            #expect(silent.allSatisfy { $0.extent.factors == [.furnaceTemperature] && $0.stage == .report })
            #expect(try await scene.differences() == [])
            // What came late fills the silence.
            try await send(2..<7, to: scene)
            #expect(try await scene.differences() == [])
            try await scene.look(at: 7)
            #expect(try await scene.episodes().allSatisfy { $0.kind != .noData || $0.isWithdrawn })
            #expect(try await scene.differences() == [])
        }
    }
}
