import Facts
import HJ212
import Kernel
import Persistence
import Standards
import TestMaterial
import Testing

@testable import Monitoring

struct ComparisonLookTests {
    /// Ten-minute frames of the first hours of a day, each of this value.
    private static func minutes(_ value: String, hours: Range<Int>) throws -> [Frame] {
        try hours.flatMap { hour in
            try (0..<6).map { place in
                let start = HourPattern.hour(hour).adding(minutes: Int64(place) * 10)
                return try WireFrame.hour(
                    CivilStamp(millisecondsSince1970: start.milliseconds).text14,
                    "a21026-Avg=\(value),a21026-Flag=N,a19001-Avg=16,a19001-Flag=N",
                    qn: "20261124\((hour * 10 + place).padded(9))", command: 2051)
            }
        }
    }

    private static func hours(_ values: [String], converted: String? = nil, first: Int = 0) throws -> [Frame] {
        try values.enumerated().map { hour, value in
            let zs = converted.map { ",a21026-ZsAvg=\($0)" } ?? ""
            return try WireFrame.hour(
                CivilStamp(millisecondsSince1970: HourPattern.hour(first + hour).milliseconds).text14,
                "a21026-Avg=\(value)\(zs),a21026-Flag=N,a19001-Avg=16,a19001-Flag=N",
                qn: "20261124\((1_000 + hour).padded(9))")
        }
    }

    @Test func `MON-28 hours below their minutes are suspected once, with a decision that replays, and end`()
        async throws
    {
        let stage = try await SignStage()
        try await stage.stage.store(try Self.minutes("40.5", hours: 0..<8))
        try await stage.stage.store(try Self.hours(["40.5", "30", "30.1", "29", "40.4", "40.6"]))
        try await stage.look(day: 0)
        let found = try await stage.suspicions().filter { $0.sign == .computedDifference }
        #expect(found.map(\.firstHour) == [HourPattern.hour(1)] && found.map(\.lastHour) == [HourPattern.hour(3)])
        #expect(found.map(\.pollutant) == [.sulphurDioxide])
        #expect(try await stage.differences() == [])
        try await stage.stage.store(try Self.hours(["40"], first: 30))
        try await stage.look(day: 1)
        #expect(try await stage.suspicions().filter { $0.sign == .computedDifference }.allSatisfy { $0.endedAt != nil })
        #expect(try await stage.differences() == [])
    }

    @Test func `MON-29 a device that does not convert is suspected where its limit tells the furnace`() async throws {
        let stage = try await SignStage()
        try await stage.stage.store(
            try Self.hours(["40", "40.1", "40.2", "40.3"], converted: "40"))
        try await stage.look(day: 0)
        #expect(try await stage.suspicions().allSatisfy { $0.sign != .convertedDifference }, "no furnace is told")
        let fact = LimitRecorded(
            outlet: MonitoringStage.outlet, pollutant: .sulphurDioxide, limit: "100",
            validFrom: HourPattern.start.civil.date.adding(days: -9), validTo: nil, source: "示例 GB 18485-2014",
            averaging: .day)
        try await stage.stage.database.write { [room = stage.stage.room] access in
            try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
            try access.execute("DELETE FROM monitoring_sign_look")
        }
        try await stage.look(day: 0)
        #expect(try await stage.suspicions().map(\.sign) == [.convertedDifference])
        #expect(try await stage.differences() == [])
    }

    @Test func `any order and repetition of minutes gives the same hours`() async throws {
        var frames = try Self.minutes("40.5", hours: 0..<3) + Self.minutes("40.5", hours: 0..<1)
        frames.append(
            try WireFrame.hour("20261123000000", "a21026-Avg=50,a21026-Flag=N", qn: "20261130000000000", command: 2051))
        #expect(HourPattern.hour(0).civil.digits == "20261123000000")
        var chance = SeededGenerator(seed: 7)
        var seen: [[ComputedHour]] = []
        for _ in 0..<3 {
            frames.shuffle(using: &chance)
            let stage = try await SignStage()
            for frame in frames { try await stage.stage.store([frame]) }
            let look = ComparisonLook(
                outlet: MonitoringStage.outlet, day: HourPattern.start.civil.date, factors: stage.stage.room.factors,
                judging: try AmountMaterial.figures(), furnaces: try SignStage.furnaces())
            seen.append(
                try await stage.stage.database.read { access in
                    look.computedHours(.sulphurDioxide, try look.minutes(of: [.sulphurDioxide], in: access))
                })
        }
        #expect(seen.allSatisfy { $0 == seen[0] } && seen[0].count == 3)
        // The corrected minute counts: (50 + 5 × 40.5) ÷ 6.
        #expect(seen[0][0].judged?.shown.description == "42.0833")
    }

    @Test func `a hole is filled from its minutes and never decides`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(4))
        try await stage.store(try Self.minutes("90", hours: 0..<3))
        try await stage.store(try Self.hours(["20"]))
        let outlet = OutletSummary(
            outlet: MonitoringStage.outlet, title: "示例", enterprise: EnterpriseID(checked: "E1"),
            enterpriseName: "示例", region: RegionCode(checked: "330602"), regionName: Phrase("示例", "example"),
            device: DeviceNumber(checked: "M1"))
        let means = try await stage.database.read { [room = stage.room] access in
            try room.means(
                of: outlet, .sulphurDioxide, known: [HourPattern.hour(0)],
                hours: HourPattern.hour(-44)..<HourPattern.hour(4), scope: .city, now: HourPattern.hour(4), in: access)
        }
        #expect(means.holes.map(\.hour) == [HourPattern.hour(2), HourPattern.hour(1)])
        #expect(means.holes.compactMap { $0.judged?.shown.description } == ["90", "90"])
        #expect(try await stage.standing() == [])
        #expect(try await stage.differences() == [])
    }
}
