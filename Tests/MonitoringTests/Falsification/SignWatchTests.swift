import Facts
import HJ212
import Kernel
import Persistence
import Testing

@testable import Monitoring

struct SignWatchTests {
    private static func moving(_ place: Int) -> String { CurveSteps.text(200_000 + Int64(place * 7_919 % 1_009) * 100) }

    @Test func `a curve played again is found once, goes on, and ends; verify agrees`() async throws {
        let stage = try await SignStage()
        try await stage.send((0..<72).map { ($0, Self.moving($0 % 24)) })
        try await stage.look(day: 0)
        #expect(try await stage.suspicions() == [])
        try await stage.look(day: 1)
        let first = try #require(try await stage.suspicions().first)
        #expect(first.sign == .copiedCurve && first.endedAt == nil && first.outlet == MonitoringStage.outlet)
        try await stage.look(day: 2)
        let second = try await stage.suspicions()
        #expect(second.map(\.id) == [first.id] && second[0].lastHour == HourPattern.hour(71))
        try await stage.send((72..<96).map { ($0, Self.moving($0 + 300)) })
        try await stage.look(day: 3)
        #expect(try await stage.suspicions().map { $0.endedAt != nil } == [true])
        #expect(try await stage.differences() == [])
        let told = try await stage.stage.database.read { access in
            try Journal.entries(
                after: 0, kinds: [SuspicionFound.kind, SuspicionEnded.kind], limit: 10, in: access
            ).map(\.kind)
        }
        #expect(told == [SuspicionFound.kind, SuspicionEnded.kind])
    }

    @Test func `another outlet's curve, multiplied and later, is found by its shape`() async throws {
        let stage = try await SignStage()
        try await stage.send((0..<48).map { ($0, Self.moving($0)) })
        try await stage.send(
            (5..<48).map { hour in
                let value = (200_000 + Int64((hour - 5) * 7_919 % 1_009) * 100) * 9 / 10
                return (hour, CurveSteps.text(value))
            }, device: "M2")
        try await stage.look(day: 0)
        try await stage.look(day: 1)
        let found = try await stage.suspicions()
        #expect(found.map(\.sign) == [.copiedCurve] && found.map(\.outlet.text) == ["O2"])
        #expect(try await stage.differences() == [])
    }

    @Test func `the order of arrival does not matter`() async throws {
        let values = (0..<48).map { ($0, $0 >= 10 ? "25.37" : Self.moving($0)) }
        var found: [[String]] = []
        for order in [values, values.reversed()] {
            let stage = try await SignStage()
            try await stage.send(order)
            try await stage.look(day: 1)
            found.append(
                try await stage.suspicions().filter { $0.sign == .flatLine }
                    .map { "\($0.sign) \($0.firstHour) \($0.lastHour)" })
        }
        #expect(found[0] == found[1] && found[0].count == 1)
    }

    @Test func `a flat line that the enterprise marked as calibration in time is not told`() async throws {
        for isMarked in [false, true] {
            let stage = try await SignStage()
            try await stage.send((0..<48).map { ($0, $0 >= 10 ? "25.37" : Self.moving($0)) })
            if isMarked { try await stage.stage.mark(.calibration, HourPattern.hour(24), HourPattern.hour(47)) }
            // The hours of the first day stay flat without a mark, and end before the day looked at.
            try await stage.look(day: 1)
            #expect(try await stage.suspicions().contains { $0.sign == .flatLine } == !isMarked)
            #expect(try await stage.differences() == [])
        }
    }

    @Test func `a day is looked at once, and not before its next noon`() async throws {
        let stage = try await SignStage()
        try await stage.send((0..<24).map { ($0, "25.37") })
        stage.stage.clock.stand(at: HourPattern.hour(35))
        try await stage.room.watch.look()
        #expect(try await stage.suspicions() == [])
        stage.stage.clock.stand(at: HourPattern.hour(36))
        #expect(try await stage.room.watch.look() == 1)
        #expect(try await stage.room.watch.look() == 0)
        #expect(try await stage.suspicions() == [], "24 equal hours and nothing to compare with are no sign yet")
    }

    @Test func `a day sent behind its look is looked at again, once, and a missed day as well`() async throws {
        let stage = try await SignStage()
        func flat() async throws -> [Suspicion] {
            try await stage.suspicions().filter { $0.sign == .flatLine }.sorted { $0.firstHour < $1.firstHour }
        }
        try await stage.send((0..<97).map { ($0, Self.moving($0)) })
        try await stage.look(day: 3)
        try await stage.look(day: 4)
        #expect(try await flat() == [])
        let late = try (97..<120).map { hour in
            try WireFrame.hour(
                CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14,
                "a21026-Avg=25.37,a21026-Flag=N", qn: "202611280\(hour.padded(8))")
        }
        try await stage.stage.store(late)
        #expect(try await stage.room.watch.look() == 0, "what comes with it is waited for")
        stage.stage.clock.stand(at: stage.stage.clock.now().adding(minutes: 10))
        #expect(try await stage.room.watch.look() == 1)
        #expect(try await stage.room.watch.look() == 0)
        #expect(try await flat().map(\.firstHour) == [HourPattern.hour(97)])
        #expect(try await flat().map(\.endedAt) == [nil])
        // The next two days were passed over: the program stood still. The first of them was flat.
        try await stage.send((120..<144).map { ($0, "31.42") } + (144..<192).map { ($0, Self.moving($0)) })
        try await stage.look(day: 7)
        #expect(try await flat().map { $0.endedAt != nil } == [true])
        stage.stage.clock.stand(at: stage.stage.clock.now().adding(minutes: 10))
        while try await stage.room.watch.look() > 0 {}
        #expect(try await flat().map(\.firstHour) == [HourPattern.hour(97), HourPattern.hour(120)])
        #expect(try await stage.differences() == [])
    }

    @Test func `an hour sent again lower is found with the frames of both`() async throws {
        let stage = try await SignStage()
        try await stage.send((0..<24).map { ($0, $0 == 3 ? "50" : Self.moving($0)) })
        let again = try WireFrame.hour("20261123030000", "a21026-Avg=30", qn: "20261124010000000")
        #expect(HourPattern.hour(3).civil.digits == "20261123030000")
        try await stage.stage.store([again])
        try await stage.look(day: 0)
        #expect(try await stage.suspicions().map(\.sign) == [.rewrittenHours])
    }

    @Test(arguments: [
        "UPDATE monitoring_suspicion SET sign = 'clock-drift'",
        "UPDATE monitoring_suspicion SET found_at_ms = found_at_ms - 1",
        "UPDATE monitoring_suspicion SET first_hour_ms = first_hour_ms - 3600000",
        "UPDATE monitoring_suspicion SET outlet_id = 'O2'", "UPDATE monitoring_suspicion SET ended_at_ms = 7",
        "DELETE FROM monitoring_suspicion",
        "UPDATE decision SET outcome = CAST('{}' AS BLOB)",
    ])
    func `a touched suspicion is found by verify`(tampering: String) async throws {
        let stage = try await SignStage()
        try await stage.send((0..<48).map { ($0, Self.moving($0 % 24)) })
        try await stage.look(day: 0)
        try await stage.look(day: 1)
        #expect(try await stage.differences() == [])
        #expect(try await stage.stage.database.write { try $0.execute(tampering) } > 0)
        #expect(try await !stage.differences().isEmpty)
    }
}
