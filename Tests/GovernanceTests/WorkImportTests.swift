import Kernel
import Persistence
import Testing

@testable import Governance
@testable import Web

struct WorkImportTests {
    private static let table = """
        indicator,region,month,value,source,reason
        MU_BENEFIT,,2026-08,31.5,月报（示例）,
        MU_BENEFIT,330602,2026-08,20000,月报（示例）,
        MU_BENEFIT,,2026-08,31.6,月报（示例）,
        ENERGY_CUT,,2026-08,3,月报（示例）,
        """

    @Test(arguments: [(WorkImport.Way.check, 0), (.whole, 0), (.good, 1)])
    func `a partly good table imports nothing unless its good lines are asked for`(
        way: WorkImport.Way, kept: Int
    ) async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        let report = try await stage.room.importWork(
            csv: Self.table, way: way, by: GovernanceStage.lead.person, at: stage.clock.now())
        #expect(report.taken == 1 && report.isImported == (kept > 0))
        #expect(report.refused.map(\.line) == [3, 4, 5])
        #expect(report.refused.map(\.problem.rule) == ["GOV-IND-RANGE", "GOV-IND-TWICE", "GOV-IND-OWNER"])
        #expect(report.refused.map(\.problem.field) == ["value", "month", "indicator"])
        let values = try await stage.database.read {
            try IndicatorStore.values(of: IndicatorCode(checked: "MU_BENEFIT"), in: $0)
        }
        #expect(values.count == kept)
        #expect(try await stage.differences() == [])
    }

    @Test func `a program hears of a table that left nothing, and of values that came after their month was closed`()
        async throws
    {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        let (desk, now, month) = (stage.room.indicators, stage.clock.now(), try #require(CivilMonth("2026-08")))
        func take(_ csv: String, _ way: WorkImport.Way) async throws -> WorkImport.Report {
            try await stage.room.importWork(csv: csv, way: way, by: GovernanceStage.lead.person, at: now)
        }
        let refused = try await take(Self.table, .whole)
        let refusal = try #require(refused.refusal(of: .whole, field: "file"))
        #expect(refusal.status == 422 && refusal.what.en.contains("line 3 value") && refused.uncounted == [])
        #expect(refused.refusal(of: .check, field: "file") == nil)
        let good = try await take(Self.table, .good)
        #expect(good.refusal(of: .good, field: "file") == nil && good.uncounted == [])
        try await stage.database.write { access in
            try desk.freeze(month, by: GovernanceStage.office.person, at: now, in: access)
        }
        let heading = WorkTable.valueColumns.joined(separator: ",")
        let late = try await take("\(heading)\nMU_BENEFIT,330602,2026-08,30,月报（示例）,\n", .whole)
        #expect(late.isImported && late.uncounted == [2])
    }

    /// What pages export, as the bytes of the file say it.
    private static func file(_ tables: [ListTable]) -> String { String(decoding: CSVText(tables).bytes, as: UTF8.self) }

    @Test(arguments: Language.allCases)
    func `values that were exported are imported again, corrections after what they correct`(
        language: Language
    ) async throws {
        let (stage, other) = (try await GovernanceStage(), try await GovernanceStage())
        for stage in [stage, other] {
            try stage.clock.stand(on: "2026-09-10")
            try await stage.take()
        }
        let code = IndicatorCode(checked: "MU_BENEFIT")
        let csv = """
            indicator,region,month,value,source,reason
            MU_BENEFIT,,2026-08,31.5,"月报,（示例）",
            MU_BENEFIT,330603,2026-08,30,月报（示例）,
            MU_BENEFIT,,2026-08,31.6,月报（示例）,=复核
            """
        let (lead, now) = (GovernanceStage.lead.person, stage.clock.now())
        #expect(try await stage.room.importWork(csv: csv, way: .whole, by: lead, at: now).isImported)
        func values(_ stage: GovernanceStage) async throws -> [IndicatorValue] {
            try await stage.database.read { try IndicatorStore.values(of: code, in: $0) }
        }
        let filed = try await values(stage)
        let indicator = try #require(stage.room.indicators.book[code])
        let page = IndicatorPage(
            policy: stage.room.indicators.book.policy, indicator: indicator, figures: [], values: filed.reversed(),
            frozen: [:], regionName: { stage.room.name(of: $0) }, isOwner: false, refused: nil)
        let file = Self.file(page.tables(language))
        let report = try await other.room.importWork(csv: file, way: .whole, by: lead, at: now)
        #expect(report.refused.map(\.problem.what.en) == [] && report.taken == 3)
        func said(_ value: IndicatorValue) -> [String] {
            [value.place.region?.text ?? "", value.value.description, value.source, value.reason ?? ""]
        }
        #expect(try await values(other).map(said) == filed.map(said) && filed.count == 3)
        // A refusal names the column as the file does.
        let again = try await other.room.importWork(csv: file, way: .check, by: lead, at: now)
        #expect(again.refused.first?.problem.field == (language == .chinese ? "期末月份" : "Last month"))
    }

    @Test(arguments: Language.allCases)
    func `reports and projects of the pool that were exported are read again`(language: Language) async throws {
        let stage = try await GovernanceStage()
        try await stage.take()
        try stage.clock.stand(on: "2026-10-02")
        let month = try #require(CivilMonth("2026-09"))
        try await stage.desk { desk, now, access in
            let said = SaidOfMonth(month: month, standing: .atRisk, progress: "第一行，\n\"第二行\"", evidence: "文号")
            try desk.report(said, on: GovernanceStage.task, by: GovernanceStage.lead, at: now, in: access)
        }
        let policy = try #require(try ShippedFile.policy().document)
        let task = try #require(policy.task(GovernanceStage.task.number))
        let bench = WorkbenchPage(
            units: [], lines: [TaskLine(task: task, record: try await stage.record(), policy: policy.meta.code)],
            due: [], items: [], matters: [], nearUntil: stage.clock.now(), now: stage.clock.now())
        let reports = WorkTable(csv: Self.file(bench.tables(language)))
        #expect(reports.refused.map(\.number) == [])
        #expect(
            reports.lines.map(\.line) == [
                .report(
                    SaidOfMonth(month: month, standing: .atRisk, progress: "第一行，\n\"第二行\"", evidence: "文号"),
                    on: GovernanceStage.task)
            ])
        let project = PoolProject(
            number: 1, name: "项目（示例）", region: RegionCode(checked: "330603"), sort: .soil, unit: "市财政局",
            totalFen: 12_345_600_000, planFen: [1_000_000, 0, 2_500_000, 0], note: "内容",
            enteredOn: stage.clock.now().civil.date)
        let pool = PoolPage(
            filter: PoolStore.Filter(stage: nil, region: nil), regions: [], totals: [],
            lines: [PoolLine(project: project, region: stage.room.name(of: project.region), score: nil)], next: nil,
            mayEnter: false, refused: nil)
        let read = WorkTable(
            csv: Self.file(pool.tables(language)), words: WorkWords(regions: stage.room.indicators.regions))
        #expect(
            read.lines.map(\.line) == [
                .pool(
                    SaidPoolProject(
                        name: "项目（示例）", region: "330603", sort: "soil", unit: "市财政局", total: "12345.6",
                        plan: ["1", "0", "2.5", "0"], note: "内容"))
            ])
    }

    @Test func `reports are imported by the checks of the form`() async throws {
        let stage = try await GovernanceStage()
        try await stage.take()
        try stage.clock.stand(on: "2026-10-02")
        let report = try await stage.room.importWork(
            csv: "policy,task,month,standing,progress,evidence\n"
                + "SZBF-2020-19,11,2026-09,on-track,进展（示例）,文号\nSZBF-2020-19,2,2026-09,late,进展,文号\n",
            way: .good, by: GovernanceStage.lead.person, at: stage.clock.now())
        #expect(report.taken == 1 && report.refused.map(\.problem.rule) == ["GOV-LEAD"])
        #expect(try await stage.record().reports.count == 1)
        #expect(try await stage.differences() == [])
    }

    @Test func `a register of documents comes in with its stages, and each wrong line is told at its column`()
        async throws
    {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        let heading = WorkTable.documentColumns.joined(separator: ",")
        let csv = """
            \(heading)
            SZBF-2020-19,7,办法甲（示例）,市经信局,system,制度组,2026-12-31,5,2026-01-05,2026-02-05,2026-03-05,2026-04-05,,,文号
            SZBF-2020-19,7,清单乙（示例）,市经信局,list,,2021-12-31,5,,,,2020-11-06,2020-11-20,,文号
            SZBF-2020-19,7,办法甲（示例）,市经信局,system,,2026-12-31,5,,,,,,,
            SZBF-2020-19,7,办法丙（示例）,市经信局,rule,,2026-12-31,5,,,,,,,
            SZBF-2020-19,7,办法丁（示例）,市不存在局,system,,2026-12-31,5,,,,,,,
            SZBF-2020-19,7,办法戊（示例）,市经信局,system,,2026-12-31,5,2026-02-05,2026-01-05,,,,,
            SZBF-2020-19,7,办法己（示例）,市经信局,system,,2026-12-31,5,2026-02-05,,2026-03-05,,,,
            SZBF-2020-19,7,办法庚（示例）,市经信局,system,,2026-12-31,5,2026-09-11,,,,,,
            SZBF-2020-19,7,办法辛（示例）,市经信局,system,,十二月底,5,,,,,,,
            SZBF-2020-19,11,办法壬（示例）,市经信局,system,,2026-12-31,5,,,,,,,
            SZBF-2020-19,7,办法癸（示例）,市财政局,system,,2026-12-31,5,,,,,,,
            OTHER-1,7,办法子（示例）,市经信局,system,,2026-12-31,5,,,,,,,
            """
        let report = try await stage.room.importDocuments(
            csv: csv, way: .good, by: GovernanceStage.lead.person, at: stage.clock.now())
        #expect(report.taken == 2 && report.refused.map(\.line) == Array(4...13))
        #expect(
            report.refused.map { "\($0.problem.rule) \($0.problem.field ?? "-")" } == [
                "GOV-DOC-TWICE title", "GOV-TABLE-VALUE sort", "GOV-UNIT unit", "GOV-DAY opinion",
                "GOV-STAGE legality", "GOV-DAY draft", "GOV-TABLE-VALUE due", "GOV-WORK reform",
                "GOV-WORK-UNIT unit", "GOV-TABLE-POLICY policy",
            ])
        let documents = try await stage.database.read {
            try ReformStore.documents(of: GovernanceStage.task.policy, in: $0)
        }
        #expect(documents.map(\.stage) == [.issued, .filed] && documents.map(\.sort) == [.system, .list])
        let other = try await stage.room.importDocuments(
            csv: Self.table, way: .good, by: GovernanceStage.lead.person, at: stage.clock.now())
        #expect(other.refused.map(\.problem.rule) == ["GOV-TABLE-HEADING"] && !other.isImported)
        #expect(try await stage.differences() == [])
    }
}
