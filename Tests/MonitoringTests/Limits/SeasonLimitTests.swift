import Facts
import HJ212
import Kernel
import Persistence
import Standards
import TestMaterial
import Testing

@testable import Monitoring

/// Limits whose figure follows the day: by season, and by the temperature of the water.
struct SeasonLimitTests {
    private static let today = HourPattern.start.civil.date
    private static let water = OutletID(checked: "O2")
    private static let ammonia = PollutantCode(checked: "w21003")
    private static let works = "DB33/2169-2018 existing"

    private static func draft(
        _ value: String, _ condition: String = "", _ other: String = "", kind: LimitSourceKind = .standard,
        table: String = works
    ) -> LimitOrder.Draft {
        LimitOrder.Draft(
            factor: "w21003", demand: .atMost, value: value, lower: "", unit: "mg/L", averaging: .day,
            validFrom: today.adding(days: -60), validTo: nil, sourceKind: kind, source: "示例依据", table: table,
            reason: "", condition: condition, otherValue: other)
    }

    private static func order(_ draft: LimitOrder.Draft) throws -> LimitOrder {
        try LimitOrder(
            draft, isStack: false, table: MonitoringStage.factorTable(),
            standards: MonitoringStage.standards().limits, today: today)
    }

    private static func stage(_ draft: LimitOrder.Draft) async throws -> MonitoringStage {
        let stage = try await MonitoringStage()
        stage.clock.stand(at: HourPattern.hour(24 * 6))
        let (order, now) = (try Self.order(draft), stage.clock.now())
        let place = JudgedPlace(
            outlet: water, enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"))
        let adopted = RuleAdopted(
            rule: "MON-02", validFrom: today.adding(days: -60), validTo: nil, source: "示例文件")
        try await stage.database.write { [room = stage.room] access in
            try room.limitDesk.record(order, at: place, by: .system("test"), now: now, in: access)
            try room.recordAdoption(adopted, by: .system("test"), in: access)
        }
        return stage
    }

    private static func day(_ code: String, _ value: String, _ day: Int64, qn: String? = nil) throws -> Frame {
        let time = CivilStamp(millisecondsSince1970: Instant(startOf: today.adding(days: day)).milliseconds).text14
        return try WireFrame.hour(
            time, "\(code)-Avg=\(value),\(code)-Flag=N", qn: qn ?? "20261124010000000", device: "M2",
            command: 2031)
    }

    private static func found(_ stage: MonitoringStage) async throws -> [String] {
        try await stage.standing().map { extent in
            "\(extent.firstHour.civil.date) \(extent.peak) > \(extent.limit)"
        }
    }

    /// The same 3 mg/L in October and in November (DB33/2169: 2 from April to October, 4 from November to March).
    @Test(arguments: [("2", "season 11-01..03-31", "4"), ("4", "season 04-01..10-31", "2")])
    func `one adoption takes both seasons, and a day is judged by its own`(
        value: String, condition: String, other: String
    ) async throws {
        let stage = try await Self.stage(Self.draft(value, condition, other))
        try await stage.store([
            try Self.day("w21003", "3", -23), try Self.day("w21003", "1", -22), try Self.day("w21003", "3", -1),
            try Self.day("w21003", "5", 2),
        ])
        #expect(try await Self.found(stage) == ["2026-10-31 3 > 2", "2026-11-25 5 > 4"])
        #expect(try await stage.differences() == [])
        let steps = try await stage.lines("CAST(steps AS TEXT) AS line FROM decision ORDER BY decided_at_ms").joined()
        #expect(steps.contains("4月1日至10月31日") && steps.contains("11月1日至3月31日"))
        #expect(steps.contains("凭记忆，未核对原文") && steps.contains("not checked against the text"))
    }

    /// GB 18918, class 1A: 5, and 8 while the water has at most 12 ℃.
    @Test(arguments: [true, false])
    func `by the water's temperature where it is measured, else by the figure that was chosen`(
        isFirst: Bool
    ) async throws {
        let stage = try await Self.stage(
            Self.draft("5", "water-temperature <=12", "8", table: "GB 18918-2002 class-1a"))
        let (ammonia, cold) = (try Self.day("w21003", "6", 0), try Self.day("w01010", "11.2", 0))
        try await stage.store([isFirst ? cold : ammonia])
        #expect(try await Self.found(stage) == (isFirst ? [] : ["2026-11-23 6 > 5"]))
        #expect(try await stage.differences() == [])
        try await stage.store([isFirst ? ammonia : cold])
        #expect(try await Self.found(stage) == [])
        #expect(try await stage.differences() == [])
        try await stage.store([try Self.day("w01010", "12.1", 0, qn: "20261124020000000")])
        #expect(try await Self.found(stage) == ["2026-11-23 6 > 5"])
        #expect(try await stage.differences() == [])
        // A sensor that stands still at nothing makes no cold water.
        try await stage.store([try Self.day("w01010", "0", 0, qn: "20261124030000000")])
        #expect(try await Self.found(stage) == ["2026-11-23 6 > 5"])
        #expect(try await stage.differences() == [])
    }

    @Test func `a season alone is no standard's limit, a permit's may be, and what is adopted keeps its doubt`() throws
    {
        for (value, condition, other) in [
            ("2", "", ""), ("4", "", ""), ("2", "season 11-01..03-31", "5"), ("2", "season 04-01..10-31", "4"),
            ("2", "water-temperature <=12", "4"),
        ] {
            #expect {
                try Self.order(Self.draft(value, condition, other))
            } throws: { error in
                if case .notTheStandards = error as? LimitRefusal { true } else { false }
            }
        }
        let both = try Self.order(Self.draft("2", "season 11-01..03-31", "4", kind: .permit))
        #expect(both.sourceKind == .standard && both.limit.certainty == .fromMemory && both.limit.other?.limit == "4")
        let own = try Self.order(Self.draft("2", kind: .permit))
        #expect(own.sourceKind == .permit && own.limit.certainty == nil && own.limit.other == nil)
        #expect(throws: LimitRefusal.conditionMissing) { try Self.order(Self.draft("2", "", "4", kind: .permit)) }
        #expect(throws: LimitRefusal.noNumber("other_value")) {
            try Self.order(Self.draft("2", "season 11-01..03-31", "", kind: .permit))
        }
    }

    /// Whatever pair stands in a shipped table can be chosen in the form.
    @Test func `each line by season or temperature has its counterpart, and the form offers both conditions`() throws {
        let limits = try MonitoringStage.standards().limits
        let offered = LimitForm.conditions.map(\.code)
        for line in limits.limits where line.condition.changesByDay {
            let beside = limits.limits(of: line.table, on: line.validFrom)
            let other = try #require(line.counterpart(in: beside), "\(line.table) \(line.item.en)")
            #expect(offered.contains(other.condition.code) && other.counterpart(in: beside) == line)
        }
    }
}
