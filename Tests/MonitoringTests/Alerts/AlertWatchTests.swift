import Facts
import HJ212
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Monitoring

struct AlertWatchTests {
    @Test func `MON-03 an hour beyond the daily limit warns, grows, ends, and opens no case`() async throws {
        let stage = try await MeansStage()
        stage.stage.clock.stand(at: HourPattern.hour(3))
        try await stage.stage.store(try MeansStage.waterFrames("cx"))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["1–1/1+"])
        stage.stage.clock.stand(at: HourPattern.hour(5))
        try await stage.stage.store(try MeansStage.waterFrames("xc", first: 2))
        #expect(try await stage.differences() == [])
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["1–2/2"])
        #expect(try await stage.differences() == [])
        #expect(try await stage.told() == [HourAlertRaised.kind, HourAlertChanged.kind])
        #expect(try await stage.stage.standing() == [])
    }

    @Test func `an alert ends by silence, and one whose hour is corrected is withdrawn`() async throws {
        let stage = try await MeansStage()
        stage.stage.clock.stand(at: HourPattern.hour(2))
        try await stage.stage.store(try MeansStage.waterFrames("xc"))
        try await stage.stage.store(try MeansStage.waterFrames("-----x"))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["0–0/1"], "the sixth hour is not over")
        stage.stage.clock.stand(at: HourPattern.hour(7))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["0–0/1", "5–5/1+"])
        stage.stage.clock.stand(at: HourPattern.hour(9))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["0–0/1", "5–5/1"])
        try await stage.stage.store(try MeansStage.waterFrames("c", qn: 7))
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["–0–0/1", "5–5/1"])
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: 0..<6) func `order, repetition and lateness lead to the same alerts`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let pattern = String((0..<40).map { _ in "xxccm-".randomElement(using: &chance) ?? "c" })
        let corrected = try MeansStage.waterFrames("xxcc", first: Int.random(in: 0..<36, using: &chance), qn: 1)
        var frames = try MeansStage.waterFrames(pattern) + corrected
        var seen: [[String]] = []
        for round in 0..<2 {
            let stage = try await MeansStage()
            stage.stage.clock.stand(at: HourPattern.hour(60))
            if round > 0 {
                frames += frames.prefix(9)
                frames.shuffle(using: &chance)
            }
            var rest = frames[...]
            while !rest.isEmpty {
                let size = Int.random(in: 1...min(7, rest.count), using: &chance)
                try await stage.stage.store(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
                if Bool.random(using: &chance) { try await stage.lookAtAlerts() }
            }
            try await stage.lookAtAlerts()
            seen.append(try await stage.alerts().filter { !$0.hasPrefix("–") })
            #expect(try await stage.differences() == [], "seed \(seed)")
        }
        #expect(seen[0] == seen[1] && !seen[0].isEmpty, "seed \(seed)")
    }

    @Test func `a limit that is taken back takes its alerts back`() async throws {
        let stage = try await MeansStage()
        stage.stage.clock.stand(at: HourPattern.hour(9))
        try await stage.stage.store(try MeansStage.waterFrames("xxc"))
        try await stage.lookAtAlerts()
        let place = JudgedPlace(
            outlet: MeansStage.water, enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"))
        try await stage.stage.database.write { [desk = stage.stage.room.limitDesk] access in
            let number = try LimitStore.history(of: MeansStage.water, in: access)[0].number
            try desk.end(
                number, on: nil, because: "示例", at: place, by: .system("test"), now: HourPattern.hour(9), in: access)
        }
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["–0–1/2"])
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: [
        "DELETE FROM monitoring_hour_alert", "UPDATE monitoring_hour_alert SET withdrawn = 1",
        "UPDATE monitoring_hour_alert SET pollutant = 'w21003'", "DELETE FROM decision",
    ])
    func `a touched alert is found by verify`(tampering: String) async throws {
        let stage = try await MeansStage()
        stage.stage.clock.stand(at: HourPattern.hour(9))
        try await stage.stage.store(try MeansStage.waterFrames("xxc"))
        try await stage.lookAtAlerts()
        #expect(try await stage.differences() == [])
        #expect(try await stage.stage.database.write { try $0.execute(tampering) } > 0)
        #expect(try await !stage.differences().isEmpty)
    }

    @Test func `MON-03 an hour of waste water that was set by hand warns as well`() async throws {
        let stage = try await MeansStage()
        stage.stage.clock.stand(at: HourPattern.hour(3))
        let time = CivilStamp(millisecondsSince1970: HourPattern.hour(1).milliseconds).text14
        try await stage.stage.store([
            try WireFrame.hour(time, "w01018-Avg=120,w01018-Flag=S", qn: "20261123000000001", device: "M2")
        ])
        try await stage.lookAtAlerts()
        #expect(try await stage.alerts() == ["1–1/1+"])
        #expect(try await stage.stage.lines("rule_code || ' ' || rule_version AS line FROM decision") == ["MON-03 2"])
        #expect(try await stage.differences() == [])
    }
}
