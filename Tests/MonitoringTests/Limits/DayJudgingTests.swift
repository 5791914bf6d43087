import Facts
import HJ212
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Monitoring

/// Daily means: waste water under an adopted rule, incinerators without one.
struct DayJudgingTests {
    private static let today = HourPattern.start.civil.date
    private static let water = OutletID(checked: "O2")

    private func recordLimit(_ pollutant: String, _ unit: String?, at outlet: OutletID, on stage: MonitoringStage)
        async throws
    {
        let fact = LimitRecorded(
            outlet: outlet, pollutant: PollutantCode(checked: pollutant), limit: "50",
            validFrom: Self.today.adding(days: -60), validTo: nil, source: "示例 GB 18485", unit: unit, averaging: .day)
        try await stage.database.write { [room = stage.room] access in
            try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
        }
    }

    private func adopt(from: Int64, to: Int64? = nil, on stage: MonitoringStage) async throws {
        let fact = RuleAdopted(
            rule: "MON-02", validFrom: Self.today.adding(days: from), validTo: to.map { Self.today.adding(days: $0) },
            source: "示例文件")
        try await stage.database.write { [room = stage.room] access in
            try room.recordAdoption(fact, by: .system("test"), in: access)
        }
        while try await stage.room.limitWatch.look() {}
    }

    /// One day frame for each value, the first of the stage's first day.
    private func days(
        _ code: String, _ values: [String], device: String, first: Int = 0, converted: Bool = false
    ) throws -> [Frame] {
        try values.enumerated().map { day, value in
            let date = Self.today.adding(days: Int64(first + day))
            let time = CivilStamp(millisecondsSince1970: Instant(startOf: date).milliseconds).text14
            return try WireFrame.hour(
                time, "\(code)-\(converted ? "ZsAvg" : "Avg")=\(value),\(code)-Flag=N", device: device, command: 2031)
        }
    }

    private func found(_ stage: MonitoringStage) async throws -> [String] {
        try await stage.standing().map { extent in
            let first = extent.firstHour.milliseconds(since: HourPattern.start) / 86_400_000
            return "\(extent.averaging?.rawValue ?? "hour") \(first)+\(extent.hours) \(extent.peak) "
                + (extent.ended ? "ended" : "on")
        }
    }

    @Test func `a daily mean of waste water decides from the day its rule is adopted, and its hours do not`()
        async throws
    {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(24 * 6))
        try await recordLimit("w01018", "mg/L", at: Self.water, on: stage)
        try await stage.store(try days("w01018", ["80", "60", "70", "40"], device: "M2"))
        try await stage.store([try WireFrame.hour("20261123010000", "w01018-Avg=400,w01018-Flag=N", device: "M2")])
        #expect(try await found(stage) == [])
        #expect(try await stage.differences() == [])
        try await adopt(from: 1, on: stage)
        #expect(try await found(stage) == ["day 1+2 70 ended"])
        #expect(try await stage.differences() == [])
        try await stage.store(try days("w01018", ["51"], device: "M2", first: 3).map { $0 })
        #expect(try await stage.differences() == [])
        let rules = try await stage.lines("DISTINCT rule_code || ' ' || rule_version AS line FROM decision")
        #expect(rules == ["MON-02 2"])
    }

    @Test func `a day that is not over waits, and is judged by the watch`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(20))
        try await recordLimit("w01018", "mg/L", at: Self.water, on: stage)
        try await adopt(from: -10, on: stage)
        try await stage.store(try days("w01018", ["80"], device: "M2"))
        #expect(try await found(stage) == [])
        #expect(try await stage.differences() == [])
        stage.clock.stand(at: HourPattern.hour(24))
        #expect(try await stage.room.watch.look() == 1)
        #expect(try await found(stage) == ["day 0+1 80 on"])
        stage.clock.stand(at: HourPattern.hour(48))
        #expect(try await stage.room.watch.look() == 1)
        #expect(try await found(stage) == ["day 0+1 80 ended"])
        #expect(try await stage.differences() == [])
    }

    @Test func `an incinerator's day decides and its hours do not`() async throws {
        let stage = try await MonitoringStage()
        try await recordLimit("a34013", nil, at: MonitoringStage.outlet, on: stage)
        try await stage.store([try WireFrame.hour("20261123010000", "a34013-ZsAvg=90,a34013-Flag=N")])
        try await stage.store(try days("a34013", ["49", "50.1"], device: "M1", converted: true))
        // A day that came as measured only exceeds when oxygen shows that converting could only raise it.
        try await stage.store(try days("a34013", ["90"], device: "M1", first: -3))
        #expect(try await found(stage) == ["day 1+1 50.1 ended"])
        #expect(try await stage.lines("DISTINCT rule_code AS line FROM decision") == ["MON-04"])
        #expect(try await stage.differences() == [])
        let hour = CivilStamp(millisecondsSince1970: HourPattern.hour(-70).milliseconds).text14
        try await stage.store([try WireFrame.hour(hour, "a19001-Avg=13,a19001-Flag=N")])
        #expect(try await found(stage) == ["day -3+1 90 ended", "day 1+1 50.1 ended"])
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `days in any order, repeated and corrected, lead to the same episodes`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let values = (0..<12).map { _ in ["40", "50", "50.5", "90"].randomElement(using: &chance) ?? "40" }
        var outcomes: Set<[String]> = []
        for turn in 0..<3 {
            let stage = try await MonitoringStage()
            stage.clock.stand(at: HourPattern.hour(24 * 20))
            try await recordLimit("w01018", "mg/L", at: Self.water, on: stage)
            if turn != 1 { try await adopt(from: 2, to: 9, on: stage) }
            let frames = try days("w01018", values, device: "M2")
            for frame in (frames + frames.prefix(3)).shuffled(using: &chance) { try await stage.store([frame]) }
            if turn == 1 { try await adopt(from: 2, to: 9, on: stage) }
            outcomes.insert(try await found(stage))
            #expect(try await stage.differences() == [], "seed \(seed), turn \(turn)")
        }
        #expect(outcomes.count == 1, "seed \(seed): \(outcomes)")
    }

    @Test(
        arguments: [
            ("MON-01", 0, nil, "示例", .unknownRule), ("MON-02", 0, nil, " ", .sourceMissing),
            ("MON-02", 3, 2, "示例", .daysInDisorder), ("MON-02", 5, nil, "示例", .overlapping(number: 1)),
        ] as [(String, Int64, Int64?, String, AdoptionRefusal)])
    func `an adoption that cannot hold is refused`(
        rule: String, from: Int64, to: Int64?, source: String, refusal: AdoptionRefusal
    ) async throws {
        let stage = try await MonitoringStage()
        try await adopt(from: 0, to: 5, on: stage)
        let fact = RuleAdopted(
            rule: rule, validFrom: Self.today.adding(days: from), validTo: to.map { Self.today.adding(days: $0) },
            source: source)
        await #expect(throws: refusal) {
            try await stage.database.write { [room = stage.room] access in
                try room.recordAdoption(fact, by: .system("test"), in: access)
            }
        }
    }
}
