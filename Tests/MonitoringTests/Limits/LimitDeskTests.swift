import Facts
import HJ212
import Kernel
import Persistence
import Standards
import TestMaterial
import Testing

@testable import Monitoring

struct LimitDeskTests {
    private static let place = JudgedPlace(
        outlet: MonitoringStage.outlet, enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"))
    private static let today = HourPattern.start.civil.date

    private static func draft(
        factor: String = "a21002", demand: LimitDemand = .atMost, value: String = "50", lower: String = "",
        unit: String = "mg/m3", averaging: MeanPeriod = .hour, from: Int64? = -30, to: Int64? = nil,
        source: String = "示例许可证", table: String = "", kind: LimitSourceKind = .permit
    ) -> LimitOrder.Draft {
        LimitOrder.Draft(
            factor: factor, demand: demand, value: value, lower: lower, unit: unit, averaging: averaging,
            validFrom: from.map { today.adding(days: $0) }, validTo: to.map { today.adding(days: $0) },
            sourceKind: kind, source: source, table: table, reason: "示例")
    }

    private static func order(_ draft: LimitOrder.Draft, isStack: Bool = true) throws -> LimitOrder {
        try LimitOrder(
            draft, isStack: isStack, table: MonitoringStage.factorTable(),
            standards: MonitoringStage.standards().limits, today: today)
    }

    @Test func `a furnace's temperature is limited by the day whatever was chosen, and only at incinerators`() throws {
        let furnace = Self.draft(
            factor: "a01901", demand: .atLeast, value: "850", unit: "degC", source: "示例 GB 18485-2014 表1")
        let order = try Self.order(furnace)
        #expect(order.limit.averaging == .day && order.limit.unit == "degC" && order.limit.demand == .atLeast)
        #expect(throws: LimitRefusal.dayOnlyAtIncinerators) {
            try Self.order(Self.draft(factor: "a01901", demand: .atLeast, value: "850", unit: "degC"))
        }
    }

    private func record(_ draft: LimitOrder.Draft, on stage: MonitoringStage) async throws {
        let (order, now) = (try Self.order(draft), stage.clock.now())
        try await stage.database.write { [desk = stage.room.limitDesk] access in
            try desk.record(order, at: Self.place, by: .system("test"), now: now, in: access)
        }
    }

    private func end(_ number: Int64, on day: Int64?, on stage: MonitoringStage) async throws {
        let now = stage.clock.now()
        let lastDay = day.map { Self.today.adding(days: $0) }
        try await stage.database.write { [desk = stage.room.limitDesk] access in
            try desk.end(
                number, on: lastDay, because: "示例", at: Self.place, by: .system("test"), now: now, in: access)
        }
    }

    /// NOx of one hour each, in mg/m³.
    private func nitrogenOxides(_ values: [Int]) throws -> [Frame] {
        try values.enumerated().map { hour, value in
            try WireFrame.hour("20261123\(hour.padded(2))0000", "a21002-ZsAvg=\(value),a21002-Flag=N")
        }
    }

    @Test func `any factor with a limit is judged as it comes in`() async throws {
        let stage = try await MonitoringStage()
        try await record(Self.draft(), on: stage)
        try await stage.store(try nitrogenOxides([60, 80, 40]))
        let standing = try await stage.standing()
        #expect(HourPattern.text(standing) == "0–1/2")
        #expect(standing.map(\.multiple) == ["0.6"])
        #expect(try await stage.differences() == [])
    }

    @Test func `recording, ending and taking back a limit judges stored hours again, each time with a decision`()
        async throws
    {
        let stage = try await MonitoringStage()
        try await stage.store(try nitrogenOxides([60, 80, 40]))
        #expect(try await stage.standing().isEmpty)
        try await record(Self.draft(), on: stage)
        #expect(HourPattern.text(try await stage.standing()) == "0–1/2")
        try await end(2, on: -1, on: stage)
        #expect(try await stage.standing().isEmpty)
        try await record(Self.draft(value: "70", from: 0), on: stage)
        #expect(HourPattern.text(try await stage.standing()) == "1–1/1")
        try await end(3, on: nil, on: stage)
        #expect(try await stage.standing().isEmpty)
        let facts = try await stage.lines("kind AS line FROM journal_entry WHERE kind LIKE 'monitoring.%'")
        #expect(facts.filter { $0 == ValuesRejudged.kind }.count == 4)
        #expect(facts.filter { $0 == LimitEnded.kind }.count == 2)
        #expect(try await stage.differences() == [])
    }

    @Test func `hours older than one transaction takes on are judged again by the watch`() async throws {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(72))
        let old = HourPattern.hour(-800)
        try await stage.store(
            try [old, HourPattern.hour(0)].map { hour in
                try WireFrame.hour(
                    CivilStamp(millisecondsSince1970: hour.milliseconds).text14, "a21002-ZsAvg=60,a21002-Flag=N")
            })
        try await record(Self.draft(from: -60), on: stage)
        #expect(try await stage.standing().count == 1)
        #expect(try await stage.differences() == [])
        while try await stage.room.limitWatch.look() {}
        #expect(try await stage.standing().count == 2)
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `limits before, between or after the values lead to the same episodes`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let values = (0..<40).map { _ in Int.random(in: 20...120, using: &chance) }
        let drafts = [Self.draft(value: "70", from: -30, to: 0), Self.draft(value: "90", from: 1, to: 30)]
        var outcomes: Set<String> = []
        for turn in 0..<3 {
            let stage = try await MonitoringStage()
            let frames = try values.enumerated().map { hour, value in
                try WireFrame.hour(
                    CivilStamp(millisecondsSince1970: HourPattern.hour(hour).milliseconds).text14,
                    "a21002-ZsAvg=\(value),a21002-Flag=N")
            }.shuffled(using: &chance)
            if turn == 0 { for draft in drafts { try await record(draft, on: stage) } }
            try await stage.store(Array(frames.prefix(20)))
            if turn == 1 { for draft in drafts.reversed() { try await record(draft, on: stage) } }
            try await stage.store(Array(frames.dropFirst(20)))
            if turn == 2 { for draft in drafts { try await record(draft, on: stage) } }
            outcomes.insert(HourPattern.text(try await stage.standing()))
            #expect(try await stage.differences() == [], "seed \(seed), turn \(turn)")
        }
        #expect(outcomes.count == 1, "seed \(seed): \(outcomes)")
    }

    @Test(
        arguments: [
            (draft(factor: "a99999"), .unknownFactor), (draft(factor: "e70101"), .unknownFactor),
            (draft(factor: "w01018", unit: "mg/L", averaging: .day), .otherMedium),
            (draft(unit: "degC"), .wrongUnit(wanted: "mg/m³")), (draft(unit: ""), .wrongUnit(wanted: "mg/m³")),
            (draft(value: "0"), .noNumber("value")), (draft(value: "-5"), .noNumber("value")),
            (draft(value: "35以下"), .noNumber("value")),
            (draft(demand: .within, value: "9", lower: "9"), .noNumber("lower")),
            (
                draft(from: nil),
                .dayOutOfRange(
                    field: "valid_from", from: LimitOrder.validFromMin, to: today.adding(days: 366))
            ),
            (
                draft(from: 0, to: -1),
                .dayOutOfRange(
                    field: "valid_to", from: today, to: today.adding(days: 366))
            ),
            (draft(source: "  "), .sourceMissing), (draft(table: "GB 1 x"), .unknownTable),
            (draft(table: "GB 13223-2011 coal-none"), .unknownTable),
            (
                draft(table: "GB 4287-2012 table-1-direct"),
                .tableExpired(
                    "GB 4287-2012 table-1-direct", today.adding(days: -30))
            ),
            (
                draft(factor: "a34013", value: "9999", table: "GB 13271-2014 table-3-coal", kind: .standard),
                .notTheStandards(
                    "GB 13271-2014 table-3-coal", factor: Phrase("颗粒物", "particulate matter"),
                    says: Phrase("≤ 30 mg/m³", "≤ 30 mg/m³"), written: Phrase("≤ 9999 mg/m³", "≤ 9999 mg/m³"))
            ),
            (draft(factor: "a20057", table: "GB 21900-2008 table-5-stack"), .notInTable("GB 21900-2008 table-5-stack")),
        ] as [(LimitOrder.Draft, LimitRefusal)])
    func `a limit that cannot hold is refused`(draft: LimitOrder.Draft, refusal: LimitRefusal) {
        #expect(throws: refusal) { try Self.order(draft) }
    }

    @Test(arguments: [("30", LimitSourceKind.standard), ("20", .permit)])
    func `a standard's own figure is the standard's, a permit's is the permit's, measured as the standard says`(
        value: String, kind: LimitSourceKind
    ) throws {
        let order = try Self.order(
            Self.draft(factor: "a34013", value: value, table: "GB 13271-2014 table-3-coal"))
        #expect(order.sourceKind == kind && order.table?.description == "GB 13271-2014 table-3-coal")
    }

    @Test func `a limit in another unit is kept in the platform's, and a share by volume by its molar mass`() throws {
        #expect(try Self.order(Self.draft(value: "0.05", unit: "g/m3")).limit.limit == "50")
        #expect(try Self.order(Self.draft(value: "28", unit: "ppm")).limit.limit == "57.5")
        #expect(try Self.order(Self.draft(value: "0.05", unit: "g/m3")).limit.unit == nil)
    }

    @Test func `a limit that ended without another one is told of, with its last day`() async throws {
        let stage = try await MonitoringStage()
        try await record(Self.draft(), on: stage)
        try await end(2, on: 3, on: stage)
        func lapsed(on days: Int64) async throws -> [CivilDate?] {
            try await stage.database.read { access in
                try stage.room.lapsed(
                    [PollutantCode(checked: "a21002")], of: MonitoringStage.outlet, on: Self.today.adding(days: days),
                    access
                ).map(\.lastDay)
            }
        }
        #expect(try await lapsed(on: 3) == [])
        #expect(try await lapsed(on: 4) == [Self.today.adding(days: 3)])
        try await record(Self.draft(value: "40", from: 4), on: stage)
        #expect(try await lapsed(on: 4) == [])
        try await end(2, on: nil, on: stage)
        try await end(3, on: nil, on: stage)
        #expect(try await lapsed(on: 4) == [nil])
    }

    @Test func `two limits of one mean may not share a day, and what has ended is not ended again`() async throws {
        let stage = try await MonitoringStage()
        try await record(Self.draft(), on: stage)
        await #expect(throws: LimitRefusal.overlapping(number: 2)) {
            try await record(Self.draft(value: "40", from: 0), on: stage)
        }
        try await end(2, on: 3, on: stage)
        await #expect(throws: LimitRefusal.endedAlready) { try await end(2, on: 3, on: stage) }
        try await record(Self.draft(value: "40", from: 4), on: stage)
        try await end(2, on: nil, on: stage)
        await #expect(throws: LimitRefusal.endedAlready) { try await end(2, on: 3, on: stage) }
        await #expect(throws: LimitRefusal.unknownLimit) { try await end(9, on: nil, on: stage) }
        #expect(try await stage.differences() == [])
    }
}
