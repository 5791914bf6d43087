import Facts
import Kernel
import Persistence
import Testing
import Web

@testable import Governance

struct PoolDeskTests {
    private static let unit = GovernanceStage.unit

    private static func stage() async throws -> GovernanceStage {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        return stage
    }

    private static func said(
        _ name: String = "岸带修复（示例）", region: String = "330602", sort: String = "ecology", unit: String = unit,
        total: String = "28600", plan: [String] = ["12000", "6600", "", "10000"], note: String = "内容（示例）"
    ) -> SaidPoolProject {
        SaidPoolProject(name: name, region: region, sort: sort, unit: unit, total: total, plan: plan, note: note)
    }

    private static func enter(
        _ said: SaidPoolProject, by doer: UnitMember = GovernanceStage.lead, _ stage: GovernanceStage
    ) async throws {
        let pool = stage.room.poolDesk
        try await stage.desk { _, now, access in _ = try pool.enter(said, by: doer, at: now, in: access) }
    }

    private static func take(
        _ act: PoolAct, on project: Int = 1, by doer: UnitMember = GovernanceStage.lead, _ stage: GovernanceStage
    ) async throws {
        let pool = stage.room.poolDesk
        try await stage.desk { _, now, access in try pool.take(act, on: project, by: doer, at: now, in: access) }
    }

    private static func day(_ text: String = "2026-09-10") throws -> CivilDate { try #require(CivilDate(text)) }

    private static func project(_ stage: GovernanceStage) async throws -> PoolProject {
        try await stage.database.read { try #require(try PoolStore.project(1, in: $0)) }
    }

    @Test(arguments: PoolStage.allCases)
    func `from each stage a project goes one forward or any back, and nowhere else`(stage: PoolStage) {
        let all = PoolStage.allCases
        let place = all.firstIndex(of: stage) ?? 0
        for (other, next) in all.enumerated() {
            #expect(stage.following.contains(next) == (other < place || other == place + 1))
        }
    }

    @Test func `a project goes through its stages with its days, and every other way is refused`() async throws {
        let stage = try await Self.stage()
        try await Self.enter(Self.said(), stage)
        let day = try Self.day()
        for next in [PoolStage.ripe, .reserve, .ripe, .applied, .building, .running] {
            try await Self.take(.move(next, on: day, note: "审查（示例）"), stage)
        }
        await #expect(throws: PoolRefusal.wrongStage(allowed: [.reserve, .ripe, .applied, .building])) {
            try await Self.take(.move(.running, on: day, note: "x"), stage)
        }
        await #expect(throws: PoolRefusal.dayToCome(field: "moved_on")) {
            try await Self.take(.move(.ripe, on: day.adding(days: 1), note: "x"), stage)
        }
        await #expect(throws: PoolRefusal.dayBefore(day, field: "moved_on")) {
            try await Self.take(.move(.ripe, on: day.adding(days: -1), note: "x"), stage)
        }
        #expect(try await Self.project(stage).stage == .running)
        #expect(try await stage.differences() == [])
    }

    @Test func `the gap is the total less what is secured, and secured money is taken back whole`() async throws {
        let stage = try await Self.stage()
        try await Self.enter(Self.said(), stage)
        let day = try Self.day()
        func secure(_ amount: String, _ source: String = "bonds") async throws {
            try await Self.take(.secure(source: source, amount: amount, document: "文号", on: day), stage)
        }
        try await secure("12000")
        await #expect(throws: PoolRefusal.twice(1)) { try await secure("12000.0") }
        try await secure("4200", "government")
        #expect(try await Self.project(stage).gapFen == 12_400_000_000)
        await #expect(throws: PoolRefusal.overTotal(gapFen: 12_400_000_000)) { try await secure("12400.000001") }
        await #expect(throws: PoolRefusal.amount(field: "secured_amount")) { try await secure("0") }
        await #expect(throws: PoolRefusal.unknownSource) { try await secure("1", "lottery") }
        try await Self.take(.release(1, reason: "计划调整（示例）"), stage)
        await #expect(throws: PoolRefusal.takenBack) { try await Self.take(.release(1, reason: "x"), stage) }
        await #expect(throws: PoolRefusal.noSuchEntry) { try await Self.take(.release(3, reason: "x"), stage) }
        // Nothing is taken up: the tasks that it serves are grey, and 4,200 of 28,600 are secured.
        let score = try await stage.database.read { try PoolStore.scores(in: $0)[1] }
        #expect(score?.score_hundredths == (2_000 * 40 + 1_469 * 35 + 6_000 * 25 + 50) / 100)
        let totals = try await stage.database.read { try PoolStore.totals(in: nil, $0) }
        #expect(totals.map(\.projects) == [1, 0, 0, 0, 0] && totals.first?.gapFen == 24_400_000_000)
        #expect(try await stage.differences() == [])
    }

    @Test func `wrong words about a project of the pool are refused`() async throws {
        let stage = try await Self.stage()
        let cases: [(SaidPoolProject, PoolRefusal)] = [
            (Self.said(""), .text(field: "name", max: 120)), (Self.said(note: ""), .text(field: "note", max: 300)),
            (Self.said(region: "330199"), .unknownRegion), (Self.said(sort: "noise"), .unknownSort),
            (Self.said(total: "0"), .amount(field: "total")),
            (Self.said(plan: ["x", "", "", ""]), .amount(field: "bonds")),
            (Self.said(total: "28599"), .planBeyondTotal),
        ]
        for (said, refusal) in cases {
            await #expect(throws: refusal) { try await Self.enter(said, stage) }
            #expect(refusal.problem.field?.isEmpty == false && !refusal.problem.remedy.zh.isEmpty)
        }
        await #expect(throws: WorkRefusal.notItsUnit(Self.unit)) {
            try await Self.enter(Self.said(), by: GovernanceStage.stranger, stage)
        }
        try await Self.enter(Self.said(), stage)
        await #expect(throws: PoolRefusal.nameTaken(1)) { try await Self.enter(Self.said(), stage) }
        try await Self.enter(Self.said(region: ""), stage)
        await #expect(throws: PoolRefusal.noSuchProject) { try await Self.take(.release(1, reason: "x"), on: 9, stage) }
        let shown = try await stage.database.read { access in
            try PoolStore.projects(.init(stage: .reserve, region: RegionCode(checked: "330602")), in: access)
                .map(\.number)
        }
        #expect(shown == [1])
        #expect(try await stage.differences() == [])
    }

    @Test func `a table enters projects by the checks of the form`() async throws {
        let stage = try await Self.stage()
        let report = try await stage.room.importWork(
            csv: "name,region,sort,unit,total,bonds,government,social,bank,note\n"
                + "甲（示例）,330602,water,市经信局,100,50,,,20,内容\n乙（示例）,330602,noise,市经信局,100,,,,,内容\n",
            way: .good, by: GovernanceStage.lead.person, at: stage.clock.now())
        #expect(report.taken == 1 && report.refused.map(\.problem.rule) == ["GOV-POOL-SORT"])
        #expect(try await Self.project(stage).gapFen == 100_000_000)
        #expect(try await stage.differences() == [])
    }
}
