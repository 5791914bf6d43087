import HJ212
import Kernel
import Persistence
import Testing

@testable import Devices

struct ConversationDeskTests {
    @Test func `a kind is asked as often as its limit in a day, and again the next day`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now())
        for _ in 0..<RequestKind.setTime.trait.perDayMax {
            try await stage.ask(.setTime)
            try await stage.look()
            try stage.answer(1, 9012, "ExeRtn=1")
            try await stage.look()
        }
        await #expect(throws: CommandRefusal.dayLimit(max: 4)) { try await stage.ask(.setTime) }
        try await stage.ask(.setTime, of: 2)
        stage.clock.pass(seconds: 10 * 3_600)
        try await stage.ask(.setTime)
    }

    @Test func `what never left its queue does not count against the day`() async throws {
        let stage = try await DevicesStage()
        var ids: [ConversationID] = []
        for _ in 0..<10 { ids.append(try await stage.ask(.setTime)) }
        for id in ids.dropLast() { #expect(try await stage.standing(id) == "superseded superseded") }
        #expect(try await stage.standing(ids[9]) == "queued")
        stage.link.connect(["M1"], at: stage.clock.now())
        try await stage.look()
        #expect(stage.link.sent(to: "M1").count == 1)
    }

    @Test func `a queue is bounded for each device`() async throws {
        let stage = try await DevicesStage()
        let form = ["from": "2026-11-23 10:00", "to": "2026-11-23 12:00"]
        for _ in 0..<StormLimits.queuedPerDeviceMax { try await stage.ask(.hourHistory, form) }
        await #expect(throws: CommandRefusal.queueFull(max: 20)) { try await stage.ask(.hourHistory, form) }
        await #expect(throws: CommandRefusal.queueFull(max: 20)) { try await stage.ask(.readTime) }
        try await stage.ask(.readTime, of: 2)
    }

    @Test func `an edition is not asked what it does not know`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now(), edition: .hjt2005)
        await #expect(throws: CommandRefusal.notInEdition(.hjt2005)) { try await stage.ask(.readMinuteInterval) }
        // Nobody knew what the device speaks when it was asked.
        let id = try await stage.ask(.standardCheck, of: 2, ["factor": "a21026"])
        stage.link.connect(["M2"], at: stage.clock.now(), edition: .hj2017)
        try await stage.look()
        #expect(try await stage.standing(id) == "failed unwritable")
        #expect(stage.link.sent(to: "M2").isEmpty)
    }

    @Test func `what is refused leaves no trace`() async throws {
        let stage = try await DevicesStage()
        let calibration = ["factor": "a21026", "reason": "比对", "confirmed": "true"]
        await #expect(throws: CommandRefusal.wrongRole(dangerous: true)) {
            try await stage.ask(.calibrate, calibration, by: .branch)
        }
        await #expect(throws: CommandRefusal.wrongRole(dangerous: false)) { try await stage.ask(.readTime, by: .firm) }
        await #expect(throws: CommandRefusal.notFound) { try await stage.ask(.readTime, by: .stranger) }
        await #expect(throws: CommandRefusal.notConfirmed) {
            try await stage.ask(.calibrate, calibration.filter { $0.key != "confirmed" })
        }
        await #expect(throws: CommandRefusal.reasonMissing) {
            try await stage.ask(.calibrate, calibration.filter { $0.key != "reason" })
        }
        #expect(try await stage.kinds().isEmpty)
        let id = try await stage.ask(.calibrate, calibration)
        #expect(try await stage.record(id, scope: Actor.firm.scope)?.reason == "比对")
        #expect(try await stage.record(id, scope: Actor.stranger.scope) == nil)
        #expect(try await stage.record(id, scope: .nothing) == nil)
    }

    @Test func `the line that was chosen is used again`() async throws {
        let stage = try await DevicesStage()
        let first = try await stage.ask(.readTime, ["link": "sms"])
        stage.clock.pass(seconds: 1)
        let second = try await stage.ask(.readRealTimeInterval)
        let other = try await stage.ask(.readTime, of: 2)
        #expect(try await stage.record(first)?.link == .sms)
        #expect(try await stage.record(second)?.link == .sms)
        #expect(try await stage.record(other)?.link == .mobile)
    }
}
