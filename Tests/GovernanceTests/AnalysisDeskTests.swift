import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

struct AnalysisDeskTests {
    private static let office = GovernanceStage.office.person

    private static func desk(
        _ stage: GovernanceStage,
        _ act: @Sendable @escaping (AnalysisDesk, Instant, any WriteAccess) throws -> Void
    ) async throws {
        let (desk, now) = (AnalysisDesk(indicators: stage.room.indicators), stage.clock.now())
        try await stage.database.write { access in try act(desk, now, access) }
    }

    /// The third quarter with these months closed.
    private static func stage(closing months: [String]) async throws -> GovernanceStage {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-10-12")
        let months = try months.map { try #require(CivilMonth($0)) }
        try await stage.desk { desk, now, access in
            try desk.bind("市经信局", to: "LEAD", by: .system("test"), at: now, in: access)
        }
        try await Self.desk(stage) { desk, now, access in
            // Before the first value there is nothing to close.
            try desk.indicators.file(
                SaidValue(
                    indicator: "MU_BENEFIT", region: "", month: "2026-06", value: "31", source: "月报（示例）", reason: ""),
                by: GovernanceStage.lead, at: now, in: access)
            for month in months { try desk.indicators.freeze(month, by: office, at: now, in: access) }
        }
        return stage
    }

    private static let texts = Dictionary(uniqueKeysWithValues: AnalysisPart.allCases.map { ($0, "文字（示例）") })

    @Test func `a quarter is drafted, written, issued and stays`() async throws {
        let stage = try await Self.stage(closing: ["2026-07", "2026-08", "2026-09"])
        let quarter = try #require(AnalysisPeriod("2026-Q3"))
        try await Self.desk(stage) { desk, now, access in
            try desk.open(quarter, by: Self.office, at: now, in: access)
            #expect(throws: AnalysisRefusal.openedTwice(quarter)) {
                try desk.open(quarter, by: Self.office, at: now, in: access)
            }
            #expect(throws: AnalysisRefusal.textMissing(.situation)) {
                try desk.issue(quarter, by: Self.office, at: now, in: access)
            }
            try desk.write(Self.texts, of: quarter, by: Self.office, at: now, in: access)
            try desk.issue(quarter, by: Self.office, at: now, in: access)
            #expect(throws: AnalysisRefusal.isIssued) {
                try desk.write([:], of: quarter, by: Self.office, at: now, in: access)
            }
            #expect(throws: AnalysisRefusal.isIssued) {
                try desk.issue(quarter, by: Self.office, at: now, in: access)
            }
        }
        let before = try await Self.content(quarter, stage)
        #expect(before.months.count == 3 && before.projects.count == 10 && before.lights == ["grey": 70])
        // What comes later stands beside it and changes nothing.
        try await stage.desk { desk, now, access in
            try desk.bind("市经信局", to: "LEAD", by: .system("test"), at: now, in: access)
        }
        try await Self.desk(stage) { desk, now, access in
            try desk.indicators.file(
                SaidValue(
                    indicator: "MU_BENEFIT", region: "", month: "2026-09", value: "31.8", source: "月报（示例）",
                    reason: ""), by: GovernanceStage.lead, at: now, in: access)
            #expect(try desk.cameLate(quarter, in: access).map(\.value) == [DecimalNumber("31.8")])
        }
        let (policy, month) = (GovernanceStage.task.policy, try #require(CivilMonth("2026-09")))
        try stage.clock.stand(on: "2026-10-13")
        try await stage.desk { desk, now, access in
            let (work, office) = (WorkDesk(tasks: desk), GovernanceStage.office)
            try work.take(
                ProjectAct.name(unit: GovernanceStage.unit), on: 4, of: policy, by: office, at: now, in: access)
            for reported in [month, month.adding(-3)] {
                try work.take(
                    ProjectAct.report(
                        reported, planned: "1", done: ["1", "", "", ""], progress_percent: "5", note: "进展（示例）",
                        reason: ""), on: 4, of: policy, by: GovernanceStage.lead, at: now, in: access)
            }
        }
        try await Self.desk(stage) { desk, _, access in
            let issued = try #require(try AnalysisStore.analysis(quarter, in: access))
            #expect(try desk.projectsCameLate(issued, in: access).map(\.month.month) == [month])
        }
        #expect(try await Self.content(quarter, stage) == before)
        #expect(before.projects.allSatisfy { $0.stage == .unknown && $0.isLate == true })
        #expect(try await stage.differences() == [])
        _ = try await stage.database.write { access in
            try access.execute("UPDATE governance_analysis SET content = CAST(content || ' ' AS BLOB)", [])
        }
        #expect(
            try await stage.differences() == ["the report on 2026-Q3 is not the one that was journalled"])
    }

    private static func content(
        _ period: AnalysisPeriod, _ stage: GovernanceStage
    ) async throws -> AnalysisContent {
        let (desk, now) = (AnalysisDesk(indicators: stage.room.indicators), stage.clock.now())
        return try await stage.database.read { access in
            let analysis = try #require(try AnalysisStore.analysis(period, in: access))
            return try desk.content(of: analysis, at: now, in: access)
        }
    }

    @Test func `a period whose months are open is refused, and a year waits for all twelve`() async throws {
        let stage = try await Self.stage(closing: ["2026-08"])
        let period = { (text: String) in try #require(AnalysisPeriod(text)) }
        let (second, third, fourth, next, year) = (
            try period("2026-Q2"), try period("2026-Q3"), try period("2026-Q4"), try period("2027-Q1"),
            try period("2026")
        )
        let open = year.months.filter { $0.month != 8 }
        try await Self.desk(stage) { desk, now, access in
            for (period, refusal) in [
                (second, AnalysisRefusal.monthsOpen(second.months)),
                (fourth, .monthsOpen(fourth.months)), (next, .notBegun),
            ] {
                #expect(throws: refusal) { try desk.open(period, by: Self.office, at: now, in: access) }
            }
            for (period, months) in [(third, [third.months[0], third.months[2]]), (year, open)] {
                try desk.open(period, by: Self.office, at: now, in: access)
                try desk.write(Self.texts, of: period, by: Self.office, at: now, in: access)
                #expect(throws: AnalysisRefusal.monthsOpen(months)) {
                    try desk.issue(period, by: Self.office, at: now, in: access)
                }
            }
        }
        #expect(try await stage.differences() == [])
    }

    @Test func `a district's year tells of that district alone`() async throws {
        let stage = try await Self.stage(closing: ["2026-08"])
        let district = try #require(AnalysisPeriod("2026-330603"))
        let unknown = RegionCode(checked: "330699")
        let elsewhere = try #require(AnalysisPeriod("2026-\(unknown)"))
        let policy = try #require(try ShippedFile.policy().document)
        try await Self.desk(stage) { desk, now, access in
            #expect(throws: AnalysisRefusal.unknownRegion(unknown)) {
                try desk.open(elsewhere, by: Self.office, at: now, in: access)
            }
            try desk.open(district, by: Self.office, at: now, in: access)
            let draft = try #require(try AnalysisStore.analysis(district, in: access))
            let said = try desk.content(of: draft, at: now, in: access)
            #expect(said.region?.zh == "柯桥区")
            let own = policy.projects.filter { $0.regions.contains("柯桥区") }.map(\.number)
            #expect(said.projects.map(\.number) == own && own.count < policy.projects.count)
            let led = policy.tasks.count { $0.leadUnits.contains("柯桥区政府") }
            #expect(led > 0 && said.lights == ["grey": led])
            let split = desk.indicators.book.all.filter(\.isByDistrict).map(\.code.text)
            #expect(!said.figures.isEmpty && Set(said.figures.map(\.indicator)).isSubset(of: split))
        }
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: ["2026-33060", "2026-Q0", "2026-Q5", "2026-3", "26", "2026-", "Q3", "2026-Q3-1", ""])
    func `what is no period is none`(text: String) { #expect(AnalysisPeriod(text) == nil) }

    @Test func `a period knows its months`() throws {
        let quarter = try #require(AnalysisPeriod("2026-Q4"))
        #expect(quarter.months.map(\.description) == ["2026-10", "2026-11", "2026-12"])
        #expect(quarter.months.allSatisfy { AnalysisPeriod(quarterOf: $0) == quarter })
        #expect(AnalysisPeriod("2026")?.months.count == 12)
    }
}
