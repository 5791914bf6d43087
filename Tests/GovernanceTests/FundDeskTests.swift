import Facts
import Kernel
import Persistence
import TestMaterial
import Testing
import Web

@testable import Governance

struct FundDeskTests {
    private static let unit = GovernanceStage.unit
    private static let policy = GovernanceStage.task.policy

    private static func stage() async throws -> GovernanceStage {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        return stage
    }

    private static func said(_ name: String = "搬迁基金（示例）", unit: String = unit, task: String = "17") -> SaidFund {
        SaidFund(policy: policy, name: name, unit: unit, purpose: "集聚搬迁（示例）", task: task)
    }

    private static func open(
        _ said: SaidFund, by doer: UnitMember = GovernanceStage.lead, _ stage: GovernanceStage
    ) async throws {
        try await stage.desk { desk, now, access in
            try FundDesk(work: WorkDesk(tasks: desk), enterprises: StageEnterprises()).open(
                said, by: doer, at: now, in: access)
        }
    }

    private static func take(
        _ act: FundAct, on fund: Int = 1, by doer: UnitMember = GovernanceStage.lead, _ stage: GovernanceStage
    ) async throws {
        try await stage.desk { desk, now, access in
            try FundDesk(work: WorkDesk(tasks: desk), enterprises: StageEnterprises()).take(
                act, on: fund, by: doer, at: now, in: access)
        }
    }

    private static func day(_ text: String = "2026-09-01") throws -> CivilDate { try #require(CivilDate(text)) }

    private static func budget(
        _ amount: String, _ year: String = "2026", on text: String = "2026-09-01"
    ) throws -> FundAct {
        .budget(year: year, amount: amount, what: "年初预算", document: "文号", on: try day(text))
    }

    private static func allocation(
        _ amount: String, _ year: String = "2026", to target: FundTarget = FundTarget(.enterprise, "越州化工（示例）"),
        on text: String = "2026-09-01"
    ) throws -> FundAct {
        .allocate(year: year, amount: amount, target, what: "补助", document: "文号", on: try day(text))
    }

    private static func use(_ allocation: Int, _ amount: String, on text: String = "2026-09-02") throws -> FundAct {
        .use(of: allocation, amount: amount, what: "拨付", document: "凭证", on: try day(text))
    }

    private static func fund(_ stage: GovernanceStage) async throws -> Fund {
        try await stage.database.read { try #require(try FundStore.funds(1, in: $0).first) }
    }

    @Test func `the worked book of the method page adds up`() async throws {
        let stage = try await Self.stage()
        try await Self.open(Self.said(), stage)
        let acts: [FundAct] = [
            try Self.budget("15000"), try Self.allocation("6500"), try Self.use(2, "2600.5"),
            try Self.allocation("1800", to: FundTarget(.project, "2")), try Self.use(4, "180"),
            .counter(5, reason: "误记（示例）", document: "更正单"), try Self.use(4, "108"),
        ]
        var told: [[String]] = []
        for act in acts {
            try await Self.take(act, stage)
            let balance = try await Self.fund(stage).balance(of: 2_026)
            told.append(
                [balance.budgetFen, balance.allocatedFen, balance.usedFen, balance.freeFen, balance.unusedFen]
                    .map { TenThousandYuan.text($0).filter { $0 != "," } })
        }
        let rows = try RepositoryFile.table(
            "| entry | what | budget | allocated | used | free | not used yet |", in: "docs/method/governance.md")
        #expect(told == rows.map { Array($0.dropFirst(2)) })
        #expect(try await stage.differences() == [])
    }

    @Test func `nothing goes beyond what there is, and each refusal says its field and what helps`() async throws {
        let stage = try await Self.stage()
        try await Self.open(Self.said(), stage)
        try await Self.take(try Self.budget("100"), stage)
        try await Self.take(try Self.allocation("60"), stage)
        try await Self.take(try Self.use(2, "50"), stage)
        // The office reviews; the books are their keepers'.
        for act in [try Self.budget("1"), try Self.allocation("1"), try Self.use(2, "1")] {
            await #expect(throws: WorkRefusal.notItsUnit(Self.unit)) {
                try await Self.take(act, by: GovernanceStage.office, stage)
            }
        }
        let cases: [(FundAct, FundRefusal)] = [
            (try Self.allocation("40.000001"), .overBudget(year: 2_026, leftFen: 40_000_000)),
            (try Self.allocation("1", "2025"), .overBudget(year: 2_025, leftFen: 0)),
            (try Self.use(2, "10.000001"), .overAllocation(leftFen: 10_000_000)),
            (try Self.use(1, "1"), .noSuchAllocation), (try Self.use(9, "1"), .noSuchAllocation),
            (try Self.use(2, "1", on: "2026-08-31"), .dayBefore(try Self.day(), field: "used_on")),
            (try Self.use(2, "1", on: "2026-09-11"), .dayToCome(field: "used_on")),
            (try Self.allocation("1", on: "2026-09-11"), .dayToCome(field: "allocated_on")),
            (try Self.budget("0"), .amount(field: "budget_amount")),
            (try Self.budget("1", "2028"), .year(first: 2_020, last: 2_027)),
            (try Self.budget("1", on: "2026-09-11"), .dayToCome(field: "budget_on")),
            (
                try Self.budget("1", on: "2020-06-07"),
                .dayBeforePolicy(try Self.day("2020-06-08"), field: "budget_on")
            ),
            (
                try Self.allocation("1", on: "2020-06-07"),
                .dayBeforePolicy(try Self.day("2020-06-08"), field: "allocated_on")
            ),
            (try Self.allocation("x"), .amount(field: "allocated_amount")),
            (try Self.use(2, "-1"), .amount(field: "used_amount")),
            (try Self.allocation("1", to: FundTarget(.project, "11")), .target(.project)),
            (try Self.allocation("1", to: FundTarget(.task, "71")), .target(.task)),
            (try Self.allocation("1", to: FundTarget(.other, "")), .target(.other)),
            (try Self.allocation("1", to: FundTarget(.enterprise, "越州")), .target(.enterprise)),
            (.counter(1, reason: "r", document: "d"), .stillAllocated(year: 2_026)),
            (.counter(2, reason: "r", document: "d"), .stillUsed),
            (.counter(8, reason: "r", document: "d"), .noSuchEntry),
        ]
        for (act, refusal) in cases {
            await #expect(throws: refusal) { try await Self.take(act, stage) }
            #expect(refusal.problem.field?.isEmpty == false && !refusal.problem.remedy.en.isEmpty)
        }
        try await Self.take(.counter(3, reason: "r", document: "d"), stage)
        await #expect(throws: FundRefusal.takenBack) {
            try await Self.take(.counter(3, reason: "r", document: "d"), stage)
        }
        await #expect(throws: FundRefusal.counterEntry) {
            try await Self.take(.counter(4, reason: "r", document: "d"), stage)
        }
        try await Self.take(.counter(2, reason: "r", document: "d"), stage)
        await #expect(throws: FundRefusal.noSuchAllocation) { try await Self.take(try Self.use(2, "1"), stage) }
        #expect(try await Self.fund(stage).entries.count == 5)
        #expect(try await stage.differences() == [])
    }

    @Test func `the same amount of the same document is one entry, until it is taken back`() async throws {
        let stage = try await Self.stage()
        try await Self.open(Self.said(), stage)
        try await Self.take(try Self.budget("100"), stage)
        await #expect(throws: FundRefusal.twice(1)) { try await Self.take(try Self.budget("100"), stage) }
        try await Self.take(try Self.allocation("30"), stage)
        await #expect(throws: FundRefusal.twice(2)) { try await Self.take(try Self.allocation("30"), stage) }
        try await Self.take(try Self.allocation("30", to: FundTarget(.project, "2")), stage)
        try await Self.take(try Self.use(2, "10"), stage)
        await #expect(throws: FundRefusal.twice(4)) { try await Self.take(try Self.use(2, "10"), stage) }
        try await Self.take(.counter(4, reason: "r", document: "d"), stage)
        try await Self.take(try Self.use(2, "10"), stage)
        #expect(FundRefusal.twice(4).problem.rule == "GOV-FUND-TWICE")
        #expect(try await Self.fund(stage).entries.count == 6)
    }

    @Test func `of two who allocate the last money at once one wins`() async throws {
        let stage = try await Self.stage()
        try await Self.open(Self.said(), stage)
        try await Self.take(try Self.budget("100"), stage)
        let act = try Self.allocation("80")
        let taken = await withTaskGroup(of: Bool.self) { group in
            for _ in 1...2 { group.addTask { await (try? Self.take(act, stage)) != nil } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(taken == 1)
        #expect(try await Self.fund(stage).balance().allocatedFen == 80_000_000)
        #expect(try await stage.differences() == [])
    }

    @Test func `a fund is opened by the unit that keeps it, once, for a task that there is`() async throws {
        let stage = try await Self.stage()
        await #expect(throws: FundRefusal.noSuchTask) { try await Self.open(Self.said(task: "71"), stage) }
        await #expect(throws: WorkRefusal.unknownUnit("市不存在局")) {
            try await Self.open(Self.said(unit: "市不存在局"), stage)
        }
        await #expect(throws: WorkRefusal.notItsUnit("市财政局")) { try await Self.open(Self.said(unit: "市财政局"), stage) }
        await #expect(throws: WorkRefusal.notItsUnit(Self.unit)) {
            try await Self.open(Self.said(), by: GovernanceStage.stranger, stage)
        }
        try await Self.open(Self.said(), stage)
        await #expect(throws: FundRefusal.nameTaken("搬迁基金（示例）")) { try await Self.open(Self.said(), stage) }
        await #expect(throws: WorkRefusal.notItsUnit(Self.unit)) {
            try await Self.take(try Self.budget("1"), by: GovernanceStage.stranger, stage)
        }
        await #expect(throws: FundRefusal.noSuchFund) { try await Self.take(try Self.budget("1"), on: 2, stage) }
        #expect(try await stage.differences() == [])
    }

    @Test func `verify adds each fund up again, and finds an entry that was changed`() async throws {
        let stage = try await Self.stage()
        try await Self.open(Self.said(), stage)
        try await Self.take(try Self.budget("100"), stage)
        try await Self.take(try Self.allocation("60"), stage)
        _ = try await stage.database.write { access in
            try access.execute("UPDATE governance_fund_entry SET amount_fen = 1 WHERE entry = 1")
        }
        #expect(try await stage.differences() == ["the book of fund 1 is not what the journal tells"])
        var fund = try await Self.fund(stage)
        #expect(fund.defects == ["more was allocated than the budget of 2026"])
        fund.entries.removeAll { $0.sort == .budget }
        #expect(!fund.defects.isEmpty)
    }

    private static func application(_ amount: String = "40", what: String = "改造（示例）") -> FundAct {
        .apply(unit: unit, amount: amount, FundTarget(.enterprise, "E0001"), what: what)
    }

    @Test func `an application is reviewed by the office and followed by one allocation`() async throws {
        let stage = try await Self.stage()
        try await Self.open(Self.said(), stage)
        try await Self.take(try Self.budget("100"), stage)
        let asked = stage.clock.now().civil.date
        let grant = FundAct.grant(application: 1, year: "2026", document: "文号 2", on: asked)
        await #expect(throws: FundRefusal.noSuchApplication) { try await Self.take(grant, stage) }
        await #expect(throws: WorkRefusal.notItsUnit(Self.unit)) {
            try await Self.take(Self.application(), by: GovernanceStage.stranger, stage)
        }
        try await Self.take(Self.application(), stage)
        await #expect(throws: FundRefusal.appliedTwice(1)) { try await Self.take(Self.application("40.0"), stage) }
        await #expect(throws: FundRefusal.notAccepted(1)) { try await Self.take(grant, stage) }
        let accept = FundAct.judge(1, as: .accepted, note: "符合（示例）")
        await #expect(throws: WorkRefusal.notItsUnit("市生态环境局")) { try await Self.take(accept, stage) }
        let duties = try await stage.database.read { try DutyBook.all(beginningWith: "FUND-1.A", in: $0) }
        #expect(duties.map(\.state) == [.open] && duties.map(\.role) == [.cityOfficer])
        try await Self.take(accept, by: GovernanceStage.office, stage)
        await #expect(throws: FundRefusal.judgedAlready(1)) {
            try await Self.take(accept, by: GovernanceStage.office, stage)
        }
        try await Self.take(Self.application("70", what: "另一项"), by: GovernanceStage.office, stage)
        await #expect(throws: FundRefusal.ownApplication) {
            try await Self.take(.judge(2, as: .accepted, note: "x"), by: GovernanceStage.office, stage)
        }
        await #expect(throws: FundRefusal.grantBefore(asked)) {
            try await Self.take(
                .grant(application: 1, year: "2026", document: "文号 2", on: asked.adding(days: -1)), stage)
        }
        try await Self.take(grant, stage)
        await #expect(throws: FundRefusal.allocatedAlready(1)) { try await Self.take(grant, stage) }
        var fund = try await Self.fund(stage)
        #expect(fund.applications.map(fund.state) == [.allocated, .waiting])
        #expect(fund.entries.last?.target == FundTarget(.enterprise, StageEnterprises.known))
        #expect(fund.balance().freeFen == 60_000_000)
        // What is taken back can be allocated again.
        try await Self.take(.counter(2, reason: "r", document: "d"), stage)
        fund = try await Self.fund(stage)
        #expect(fund.state(of: fund.applications[0]) == .accepted)
        #expect(try await stage.differences() == [])
    }
}
