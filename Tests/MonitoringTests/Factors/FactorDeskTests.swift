import Facts
import HJ212
import Kernel
import Persistence
import Standards
import TestMaterial
import Testing

@testable import Monitoring

struct FactorDeskTests {
    private static let administrator = Actor(
        person: PersonID(checked: "P-ADMIN"), name: "示例", role: .administrator, scope: .nothing)
    private static let today = HourPattern.start.civil.date

    private static func order(
        _ sent: String, _ reading: MappedReading, from: Int64 = 0, to: Int64? = nil
    ) throws -> FactorMappingOrder {
        try FactorMappingOrder(
            sentCode: PollutantCode(checked: sent), reading: reading, validFrom: today.adding(days: from),
            validTo: to.map { today.adding(days: $0) }, reason: "示例：厂商编码", today: today.adding(days: 3))
    }

    private static func sulphurDioxide(in unit: String, times multiplier: DecimalNumber = "1") -> MappedReading {
        .factor(.sulphurDioxide, unit: MeasurementUnit(unit), multiplier: multiplier)
    }

    private func record(_ order: FactorMappingOrder, on stage: MonitoringStage) async throws {
        let now = stage.clock.now()
        try await stage.database.write { [desk = stage.room.factorDesk] access in
            try desk.record(
                order, for: DeviceNumber(checked: "M1"), by: Self.administrator, at: now, in: access)
        }
    }

    /// What must not depend on when a mapping was recorded. (Identifiers and decisions are those of their time.)
    private func hours(_ stage: MonitoringStage) async throws -> [String] {
        try await stage.lines(
            """
            pollutant || ' ' || hour_ms || ' ' || COALESCE(average, '–') || ' ' || COALESCE(converted, '–') || ' '
              || COALESCE(mark, '–') || ' ' || request_number || ' ' || hex(frame_sha256) AS line
            FROM monitoring_hour ORDER BY line
            """) + (try await stage.standing().map { "\($0)" })
    }

    private func rawCodes(_ stage: MonitoringStage) async throws -> [String] {
        try await stage.lines(
            "sent_code || ' ' || reason || ' ' || hours_seen || ' ' || last_text AS line FROM monitoring_raw_code "
                + "ORDER BY line")
    }

    @Test func `a spelling and a code of 2005 are judged as SO2 without anybody's help`() async throws {
        let stage = try await MonitoringStage()
        let spelt = try WireFrame.hour("20261123000000", "A21026-ZsAvg=50,A21026-Flag=N")
        let former = try WireFrame.frame(
            ofSegment: "ST=31;CN=2061;PW=123456;MN=M1;CP=&&DataTime=20261123010000;02-Avg=50,02-Flag=N&&")
        #expect(former.dialect == .hjt2005)
        try await stage.store([spelt, former])
        #expect(HourPattern.text(try await stage.standing()) == "0–1/2")
        #expect(try await stage.differences() == [])
    }

    @Test func `raw codes are counted once an hour with their reason, and gone once they are mapped`() async throws {
        let stage = try await MonitoringStage()
        let items = "SO2-Avg=50,SO2-Flag=N;a34004-Avg=35;a21002-Avg=1;lng-Rtd=NF;i33102-Info=3"
        for minute in 0..<3 {
            try await stage.store([try WireFrame.hour("20261123000000", items, qn: "2026112301000000\(minute)")])
        }
        let once = ["SO2 unknown-code 1 50", "a34004 unit-not-settled 1 35", "lng unknown-code 1 NF"]
        #expect(try await rawCodes(stage) == once)
        stage.clock.stand(at: stage.clock.now().adding(hours: 1))
        try await stage.store([try WireFrame.hour("20261123010000", "SO2-Avg=60")])
        #expect(try await rawCodes(stage) == ["SO2 unknown-code 2 60"] + once.dropFirst())
        try await record(Self.order("SO2", Self.sulphurDioxide(in: "mg/m3")), on: stage)
        try await record(Self.order("lng", .setAside), on: stage)
        stage.clock.stand(at: stage.clock.now().adding(hours: 1))
        try await stage.store([try WireFrame.hour("20261123020000", items)])
        #expect(try await rawCodes(stage) == ["a34004 unit-not-settled 2 35"])
    }

    @Test func `a device's raw codes are remembered up to their bound, and none beyond`() async throws {
        let stage = try await MonitoringStage()
        for group in 0..<4 {
            let items = (0..<20).map { "X\(group)\($0)-Avg=1" }.joined(separator: ";")
            stage.clock.stand(at: stage.clock.now().adding(hours: 1))
            try await stage.store([try WireFrame.hour("20261123000000", items, qn: "2026112301000000\(group)")])
        }
        #expect(try await rawCodes(stage).count == RawCodeStore.codesMax)
    }

    @Test func `a mapping reads stored hours again and re-judges them; a correction and its end do so too`()
        async throws
    {
        let stage = try await MonitoringStage()
        for hour in 0..<4 {
            try await stage.store([
                try WireFrame.hour("202611230\(hour)0000", "SO2-Avg=\(hour == 3 ? 5 : 50),SO2-Flag=N")
            ])
        }
        #expect(try await stage.standing().isEmpty)
        for (reading, expected) in [
            (Self.sulphurDioxide(in: "mg/m3"), "0–2/3"), (Self.sulphurDioxide(in: "ug/m3"), "none"),
            (Self.sulphurDioxide(in: "ppm", times: "0.5"), "0–2/3"), (.setAside, "none"),
            (Self.sulphurDioxide(in: "ug/m3", times: "1000"), "0–2/3"), (.byTable, "none"),
        ] {
            try await record(Self.order("SO2", reading), on: stage)
            #expect(HourPattern.text(try await stage.standing()) == expected, "\(reading)")
            #expect(try await stage.differences() == [])
        }
        let facts = try await stage.lines(
            "kind AS line FROM journal_entry WHERE kind LIKE 'monitoring.factor%' OR kind LIKE 'monitoring.hours%'")
        #expect(facts.filter { $0 == FactorMappingRecorded.kind }.count == 6)
        #expect(facts.filter { $0 == HoursReread.kind }.count == 6)
    }

    @Test func `a mapping that says nothing new, and one of a stranger, are refused`() async throws {
        let stage = try await MonitoringStage()
        let order = try Self.order("SO2", Self.sulphurDioxide(in: "mg/m3"))
        try await record(order, on: stage)
        await #expect(throws: FactorMappingRefusal.recordedAlready) { try await record(order, on: stage) }
        await #expect(throws: FactorMappingRefusal.notFound) {
            try await stage.database.write { [desk = stage.room.factorDesk] access in
                try desk.record(
                    order, for: DeviceNumber(checked: "M9"), by: Self.administrator, at: HourPattern.hour(1), in: access
                )
            }
        }
    }

    @Test(arguments: [
        "UPDATE monitoring_factor_mapping SET multiplier = '2'", "UPDATE monitoring_factor_mapping SET reason = 'x'",
        "UPDATE monitoring_factor_mapping SET valid_to = valid_from", "DELETE FROM monitoring_factor_mapping",
        "UPDATE monitoring_factor_mapping SET device_number = 'M2'",
    ])
    func `a touched mapping is found by verify`(tampering: String) async throws {
        let stage = try await MonitoringStage()
        try await record(Self.order("SO2", Self.sulphurDioxide(in: "mg/m3")), on: stage)
        #expect(try await stage.differences() == [])
        #expect(try await stage.database.write { try $0.execute(tampering) } == 1)
        let found = try await stage.differences()
        #expect(found.contains { $0.hasPrefix("factor mappings") }, "\(tampering) → \(found)")
    }

    /// Frames and mappings in any order: once all are there, the effective hours and episodes are those of a city that
    /// had the mappings from the start, and `verify` finds nothing.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `a mapping recorded late leads to the state of one recorded early`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let frames = try (0..<24).map { _ -> Frame in
            let hour = Int.random(in: 0..<16, using: &chance)
            let code = ["SO2", "a21026", "831", "A21026"].randomElement(using: &chance) ?? "SO2"
            let value = ["50", "20000", "NF", "20", "0.04"].randomElement(using: &chance) ?? "50"
            let qn = Int.random(in: 0..<5, using: &chance)
            return try WireFrame.hour(
                CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14,
                "\(code)-ZsAvg=\(value),\(code)-Flag=N", qn: "20261123\(qn.padded(9))")
        }
        let readings: [MappedReading] = [
            Self.sulphurDioxide(in: "mg/m3"), Self.sulphurDioxide(in: "ug/m3"),
            Self.sulphurDioxide(in: "g/m3"), .setAside, .byTable,
        ]
        let orders = try (0..<5).map { _ in
            try Self.order(
                ["SO2", "831", "a21026"].randomElement(using: &chance) ?? "SO2",
                readings.randomElement(using: &chance) ?? .setAside)
        }
        let early = try await MonitoringStage()
        for order in orders { try? await record(order, on: early) }
        try await early.store(frames)
        let expected = try await hours(early)
        for _ in 0..<2 {
            let stage = try await MonitoringStage()
            var waiting = orders[...]
            for frame in frames.shuffled(using: &chance) {
                try await stage.store([frame])
                if Int.random(in: 0..<4, using: &chance) == 0, let order = waiting.popFirst() {
                    try? await record(order, on: stage)
                }
            }
            for order in waiting { try? await record(order, on: stage) }
            #expect(try await hours(stage) == expected, "seed \(seed)")
            #expect(try await stage.differences() == [], "seed \(seed)")
        }
    }

    @Test func `more hours than one transaction takes are carried on by the watch, with nothing amiss meanwhile`()
        async throws
    {
        let stage = try await MonitoringStage()
        let last = Int(HourRereading.hoursMax) * 2 + 10
        for hour in [0, 5, 800, last] {
            stage.clock.stand(at: HourPattern.hour(hour + 1))
            try await stage.store([
                try WireFrame.hour(
                    CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14,
                    "SO2-ZsAvg=50,SO2-Flag=N")
            ])
        }
        try await record(Self.order("SO2", Self.sulphurDioxide(in: "mg/m3")), on: stage)
        var counts = [try await stage.standing().count]
        #expect(try await stage.differences() == [])
        while try await stage.room.rereadings.look() {
            counts.append(try await stage.standing().count)
            #expect(try await stage.differences() == [])
        }
        #expect(counts == [2, 2, 4])
    }
}
