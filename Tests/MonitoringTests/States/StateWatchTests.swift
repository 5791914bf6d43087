import Facts
import HJ212
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Monitoring

struct StateWatchTests {
    private static let fault = StateExample.fault
    private static let repaired = ["repaired_on": "2026-11-23", "work": "示例"]

    @Test func `silence is noticed as time passes, once, and found over when values come`() async throws {
        let scene = try await StateScene()
        try await scene.send("NNN")
        try await scene.look(at: 3)
        #expect(try await scene.standing() == [])
        try await scene.look(at: 5)
        #expect(try await scene.standing() == [], "two missing hours are a gap")
        try await scene.look(at: 6, minute: 29)
        #expect(try await scene.standing() == [], "the third may still come")
        try await scene.look(at: 6, minute: 30)
        #expect(try await scene.standing() == ["no-data 3–+"])
        try await scene.look(at: 9)
        #expect(try await scene.kinds() == ["state-found", "state-course-moved"], "growing is not told")
        let duty = try #require(try await scene.openDuties().first)
        #expect(duty.kind == "monitoring.state-report-fault" && duty.role == .enterpriseManager)
        #expect(duty.due == HourPattern.hour(18).adding(minutes: 30))
        try await scene.send("N", from: 9)
        try await scene.look(at: 10)
        #expect(try await scene.standing() == ["no-data 3–8/6"])
        #expect(try await scene.only()?.stage == .passed)
        #expect(try await scene.openDuties() == [])
        #expect(try await scene.differences() == [])
    }

    @Test func `an outlet is looked at once an hour`() async throws {
        let scene = try await StateScene()
        try await scene.send("NNN")
        scene.stage.clock.stand(at: HourPattern.hour(4))
        #expect(try await scene.room.watch.look() == 1)
        #expect(try await scene.room.watch.look() == 0)
        scene.stage.clock.stand(at: HourPattern.hour(4).adding(minutes: 31))
        #expect(try await scene.room.watch.look() == 1)
    }

    @Test func `a fault is reported, repaired and confirmed; each step has its clock`() async throws {
        let scene = try await StateScene()
        try await scene.send("NDDD")
        try await scene.look(at: 4)
        try await scene.take(.reportFault, by: .enterpriseManager, Self.fault)
        let repair = try #require(try await scene.openDuties().first)
        #expect(repair.kind == "monitoring.state-report-repair")
        #expect(repair.due == Instant(startOf: HourPattern.start.civil.date.adding(days: 8)), "five working days")
        try await scene.take(.reportRepair, by: .enterpriseManager, Self.repaired)
        await #expect(throws: StateRefusal.goesOn) {
            try await scene.take(.confirm, by: .branchOfficer, ["passed": "true"])
        }
        try await scene.send("N", from: 4)
        try await scene.look(at: 5)
        #expect(try await scene.only()?.stage == .confirm)
        try await scene.take(.confirm, by: .branchOfficer, ["passed": "true"])
        #expect(try await scene.only()?.stage == .closed)
        #expect(try await scene.openDuties() == [])
        #expect(try await scene.differences() == [])
    }

    @Test func `a fault nobody reports is handed to the branch once`() async throws {
        let scene = try await StateScene()
        try await scene.send("NDDD")
        try await scene.look(at: 4)
        try await scene.send(String(repeating: "D", count: 16), from: 4)
        try await scene.look(at: 20)
        let duties = try await scene.openDuties()
        #expect(duties.map(\.kind) == ["monitoring.state-look"] && duties.map(\.role) == [.branchOfficer])
        #expect(try await scene.episodes().first?.escalatedAt != nil)
        try await scene.send(String(repeating: "D", count: 10), from: 20)
        try await scene.look(at: 30)
        let told = try await scene.kinds()
        #expect(told.filter { $0 == "missed" }.count == 1)
        try await scene.take(.explain, by: .enterpriseManager, ["explanation": "示例"])
        try await scene.take(.look, by: .branchOfficer, ["opinion": "示例"])
        #expect(try await scene.episodes().first?.stage == .closed)
        #expect(try await scene.differences() == [])
    }

    @Test func `what comes more than a month late makes its episode, once`() async throws {
        let scene = try await StateScene()
        scene.stage.clock.stand(at: HourPattern.hour(1_002))
        try await scene.send("NN", from: 1_000)
        try await scene.look(at: 1_002)
        #expect(try await scene.standing() == [])
        try await scene.send("NDDN", from: 100)
        try await scene.send("NNN", from: 104)
        try await scene.look(at: 1_003)
        #expect(try await scene.standing().first == "invalid 101–102/2")
        #expect(try await scene.episodes().first?.stage != .report, "what is long over asks nothing more")
        #expect(try await scene.differences() == [])
        let found = try await scene.episodes().count
        try await scene.look(at: 1_004)
        #expect(try await scene.episodes().count == found)
        #expect(try await scene.stage.lines("outlet_id AS line FROM monitoring_late_hour") == [])
        #expect(try await scene.differences() == [])
    }

    @Test func `a factor whose limits end is out of service, and its silence ends with it`() async throws {
        let scene = try await StateScene()
        try await scene.send("NNN")
        try await scene.look(at: 30)
        #expect(try await scene.standing() == ["no-data 3–+"])
        let (stage, now) = (scene.stage, scene.stage.clock.now())
        try await stage.database.write { [room = stage.room] access in
            try room.limitDesk.end(
                1, on: HourPattern.start.civil.date, because: "示例拆除", at: MonitoringStage.place, by: .system("test"),
                now: now, in: access)
        }
        #expect(try await scene.differences() == [], "what the next look will see is not compared")
        try await scene.look(at: 31)
        #expect(try await scene.standing() == ["no-data 3–23/21"])
        #expect(try await scene.openDuties().count <= 1)
        #expect(try await scene.differences() == [])
        try await scene.look(at: 80)
        #expect(try await scene.standing() == ["no-data 3–23/21"])
    }

    @Test func `above the range asks the branch to look`() async throws {
        let scene = try await StateScene()
        try await scene.send("NTN")
        try await scene.look(at: 3)
        #expect(try await scene.standing() == ["above-range 1–1/1"])
        let duty = try #require(try await scene.openDuties().first)
        #expect(duty.kind == "monitoring.state-look" && duty.due == HourPattern.hour(27).adding(minutes: 40))
        #expect(try await scene.differences() == [])
    }

    @Test(arguments: [true, false]) func `a stop asks why after a day, unless it was told`(told: Bool) async throws {
        let scene = try await StateScene()
        try await scene.send("N" + String(repeating: "F", count: 23))
        try await scene.look(at: 24)
        #expect(try await scene.openDuties() == [])
        if told {
            try await scene.take(.tellStop, by: .enterpriseManager, ["stopped_on": "2026-11-23", "reason": "示例"])
        }
        try await scene.send("F", from: 24)
        try await scene.look(at: 25)
        #expect(try await scene.openDuties().map(\.kind) == (told ? [] : ["monitoring.state-explain"]))
        #expect(try await scene.only()?.stage == (told ? .told : .explain))
        #expect(try await scene.differences() == [])
    }

    @Test func `maintenance asks only beyond the hours of a quarter`() async throws {
        let scene = try await StateScene()
        try await scene.send("N" + String(repeating: "M", count: 20) + "N" + String(repeating: "M", count: 10) + "N")
        try await scene.look(at: 33)
        #expect(try await scene.standing() == ["maintenance 1–20/20", "maintenance 22–31/10"])
        #expect(try await scene.episodes().map(\.extent.quarterHours) == [20, 30])
        #expect(try await scene.openDuties() == [])
        try await scene.send("CCCN", from: 33)
        try await scene.look(at: 37)
        #expect(try await scene.episodes().map(\.extent.quarterHours) == [20, 30, 33])
        #expect(try await scene.openDuties().map(\.kind) == ["monitoring.state-explain"])
        // An earlier hour that is corrected to a valid one takes the ask back, and says so.
        try await scene.send("NNN", from: 1, version: 1)
        try await scene.look(at: 38)
        #expect(try await scene.openDuties() == [])
        #expect(try await scene.episodes().map(\.extent.quarterHours) == [17, 27, 30])
        #expect(try await scene.differences() == [])
    }

    @Test func `a silence filled later is withdrawn with its duty and a reason`() async throws {
        let scene = try await StateScene()
        try await scene.send("NNN----N")
        try await scene.send("N---", from: 8)
        try await scene.look(at: 12)
        #expect(try await scene.standing() == ["no-data 3–6/4", "no-data 9–+"])
        try await scene.send("NNN", from: 9)
        try await scene.look(at: 13)
        #expect(try await scene.standing() == ["no-data 3–6/4"])
        #expect(try await scene.openDuties() == [])
        let reason = try await scene.stage.database.read { access in
            try Journal.newest(kinds: [StateCourseMoved.kind], scope: .city, limit: 1, in: access).first?
                .fact(StateCourseMoved.self)?.reason
        }
        #expect(reason == "withdrawn")
        #expect(try await scene.differences() == [])
    }

    @Test func `two that grow together are one, and the other names it`() async throws {
        let scene = try await StateScene()
        try await scene.send("NDDNDDN")
        try await scene.look(at: 7)
        #expect(try await scene.standing() == ["invalid 1–2/2", "invalid 4–5/2"])
        let first = try await scene.episodes().first?.id
        try await scene.send("D", from: 3, version: 1)
        try await scene.look(at: 8)
        #expect(try await scene.standing() == ["invalid 1–5/5"])
        #expect(try await scene.episodes().filter(\.isWithdrawn).map(\.mergedInto) == [first])
        #expect(try await scene.differences() == [])
    }

    /// Whatever the order of arrival, repetitions and looks between: one state, and verify agrees with it.
    @Test(arguments: 0..<12) func `the order of arrival does not matter`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let letters = Array("NNNNN--DDFMCCTSB")
        let pattern = "N" + String((0..<47).map { _ in letters[Int.random(in: 0..<letters.count, using: &chance)] })
        var frames = try pattern.enumerated().compactMap { try StateScene.frame($0.offset, $0.element) }
        frames += frames.filter { _ in Bool.random(using: &chance) }
        frames.shuffle(using: &chance)
        let scene = try await StateScene()
        var hour = 48
        while !frames.isEmpty {
            let size = min(frames.count, Int.random(in: 1...12, using: &chance))
            scene.stage.clock.stand(at: HourPattern.hour(hour))
            try await scene.stage.store(Array(frames.prefix(size)))
            frames.removeFirst(size)
            try await scene.look(at: hour)
            hour += Int.random(in: 1...6, using: &chance)
        }
        try await scene.look(at: hour)
        let expected = StateSpans.find(
            in: [StatePattern.curve(pattern + String(repeating: "-", count: hour - 48))],
            figures: scene.room.rules.figures
        ).map { span in
            StatePattern.text(StateExtent(span, quarterHoursBefore: 0, figures: scene.room.rules.figures))
        }
        #expect(try await scene.standing().sorted() == expected.sorted(), "seed \(seed): \(pattern)")
        #expect(try await scene.differences() == [], "seed \(seed): \(pattern)")
    }

    @Test(arguments: [
        "UPDATE monitoring_state SET kind = 'stopped'", "UPDATE monitoring_state SET hours = hours + 1",
        "UPDATE monitoring_state SET first_hour_ms = first_hour_ms - 3600000",
        "UPDATE monitoring_state SET found_at_ms = found_at_ms - 1",
        "UPDATE monitoring_state SET stage = 'closed', due_ms = NULL, since_ms = NULL",
        "UPDATE monitoring_state SET due_ms = due_ms + 1", "UPDATE duty SET state = 'done', settled_at_ms = 7",
        "DELETE FROM duty", "UPDATE decision SET outcome = CAST('{}' AS BLOB)", "DELETE FROM monitoring_state",
        "UPDATE monitoring_hour SET mark = 'N'",
    ])
    func `a touched episode is found by verify`(tampering: String) async throws {
        let scene = try await StateScene()
        try await scene.send("NDDD")
        try await scene.look(at: 4)
        #expect(try await scene.differences() == [])
        #expect(try await scene.stage.database.write { try $0.execute(tampering) } > 0)
        #expect(try await !scene.differences().isEmpty)
    }
}
