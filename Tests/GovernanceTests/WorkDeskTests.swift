import Facts
import Kernel
import Persistence
import Testing
import Web

@testable import Governance

struct WorkDeskTests {
    private static let policy = GovernanceStage.task.policy

    private static func reform(
        _ act: ReformAct, on reform: Int = 7, by doer: UnitMember = GovernanceStage.lead, _ stage: GovernanceStage
    ) async throws {
        try await stage.desk { desk, now, access in
            try WorkDesk(tasks: desk).take(act, on: reform, of: policy, by: doer, at: now, in: access)
        }
    }

    private static func project(
        _ act: ProjectAct, on project: Int = 4, by doer: UnitMember = GovernanceStage.lead, _ stage: GovernanceStage
    ) async throws {
        try await stage.desk { desk, now, access in
            try WorkDesk(tasks: desk).take(act, on: project, of: policy, by: doer, at: now, in: access)
        }
    }

    private static func stage() async throws -> GovernanceStage {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        return stage
    }

    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private static func entered(_ unit: String = GovernanceStage.unit, years: Int = 3) throws -> ReformAct {
        .enter(title: "办法（示例）", unit: unit, due: try day("2026-12-31"), reviewYears: years)
    }

    @Test func `a document goes through its stages, and every other way is refused`() async throws {
        let stage = try await Self.stage()
        let day = try Self.day("2026-09-01")
        try await Self.reform(Self.entered(), stage)
        for next in [DocumentStage.draft, .opinion, .legality, .issued, .filed, .reviewed, .reviewed, .repealed] {
            let document = try await stage.database.read { try ReformStore.documents(of: Self.policy, in: $0)[0] }
            let allowed = DocumentStage.following(document.stage).subtracting([.withdrawn])
            for other in DocumentStage.allCases where !allowed.contains(other) {
                await #expect(throws: WorkRefusal.wrongStage(allowed: allowed)) {
                    try await Self.reform(.advance(1, to: other, on: day, note: "x"), stage)
                }
            }
            try await Self.reform(.advance(1, to: next, on: day, note: "文号（示例）"), stage)
        }
        #expect(try await stage.differences() == [])
    }

    @Test func `a document entered by mistake is withdrawn, owes nothing, and may be entered anew`() async throws {
        let stage = try await Self.stage()
        let (day, issued) = (try Self.day("2026-09-01"), try #require(try ShippedFile.policy().document).meta.issued)
        await #expect(throws: WorkRefusal.dayBeforePolicy(issued, field: "due")) {
            try await Self.reform(
                .enter(
                    title: "办法（示例）", unit: GovernanceStage.unit, due: issued.adding(days: -1), reviewYears: 3), stage)
        }
        try await Self.reform(
            .enter(title: "办法（示例）", unit: GovernanceStage.unit, due: issued, reviewYears: 3), stage)
        func documents() async throws -> [ReformDocument] {
            try await stage.database.read { try ReformStore.documents(of: Self.policy, reform: 7, in: $0) }
        }
        #expect(try await documents()[0].lateness(on: day) == .issue)
        try await Self.reform(.advance(1, to: .issued, on: day, note: "文号（示例）"), stage)
        let mistake = ReformAct.advance(1, to: .withdrawn, on: day, note: "误登记（示例）")
        await #expect(throws: WorkRefusal.wrongStage(allowed: [.filed, .repealed])) {
            try await Self.reform(mistake, stage)
        }
        try await Self.reform(mistake, by: GovernanceStage.office, stage)
        let withdrawn = try await documents()[0]
        #expect(withdrawn.lateness(on: day.adding(days: 999)) == nil && withdrawn.nextDue(on: day) == nil)
        #expect(!withdrawn.isInForce(on: day) && withdrawn.state(on: day) == .withdrawn)
        try await Self.reform(Self.entered(), stage)
        #expect(try await documents().map(\.number) == [1, 2])
        #expect(try await stage.differences() == [])
    }

    @Test func `days before the policy are those of what was in force already`() async throws {
        let stage = try await Self.stage()
        let issued = try #require(try ShippedFile.policy().document).meta.issued
        let (before, oldest) = (issued.adding(days: -1), ReformDocument.earliest(before: issued))
        try await Self.reform(Self.entered(), stage)
        func step(_ stage: DocumentStage, _ day: CivilDate) -> ReformAct {
            .advance(1, to: stage, on: day, note: "文号（示例）")
        }
        await #expect(throws: WorkRefusal.stageBeforePolicy(issued)) {
            try await Self.reform(step(.draft, before), stage)
        }
        await #expect(throws: WorkRefusal.stageTooOld(first: oldest)) {
            try await Self.reform(step(.issued, oldest.adding(days: -1)), stage)
        }
        try await Self.reform(step(.issued, oldest), stage)
        try await Self.reform(step(.filed, before), stage)
        let kept = try await stage.database.read { try ReformStore.documents(of: Self.policy, reform: 7, in: $0) }
        #expect(kept.flatMap(\.steps).map(\.day) == [oldest, before])
        try await Self.project(.name(unit: GovernanceStage.unit), by: GovernanceStage.office, stage)
        await #expect(throws: WorkRefusal.dayBeforePolicy(issued, field: "asked_on")) {
            try await Self.project(.ask(.land, what: "用地", amount: "1", owner: "市水利局", on: before), stage)
        }
        #expect(try await stage.differences() == [])
    }

    @Test func `wrong words about a reform are refused`() async throws {
        let stage = try await Self.stage()
        let (day, late) = (try Self.day("2026-09-01"), try Self.day("2026-09-11"))
        await #expect(throws: WorkRefusal.noSuchReform) { try await Self.reform(Self.entered(), on: 11, stage) }
        await #expect(throws: WorkRefusal.unknownUnit("市不存在局")) { try await Self.reform(Self.entered("市不存在局"), stage) }
        await #expect(throws: WorkRefusal.notItsUnit("市财政局")) { try await Self.reform(Self.entered("市财政局"), stage) }
        await #expect(throws: WorkRefusal.reviewYears) { try await Self.reform(Self.entered(years: 11), stage) }
        await #expect(throws: WorkRefusal.noSuchDocument) {
            try await Self.reform(.advance(1, to: .draft, on: day, note: "x"), stage)
        }
        try await Self.reform(Self.entered("市财政局"), by: GovernanceStage.office, stage)
        await #expect(throws: WorkRefusal.documentTwice(reform: 7, number: 1)) {
            try await Self.reform(Self.entered(), stage)
        }
        await #expect(throws: WorkRefusal.notItsUnit("市财政局")) {
            try await Self.reform(.advance(1, to: .draft, on: day, note: "x"), stage)
        }
        await #expect(throws: WorkRefusal.dayToCome()) {
            try await Self.reform(.advance(1, to: .draft, on: late, note: "x"), by: GovernanceStage.office, stage)
        }
        try await Self.reform(.advance(1, to: .draft, on: day, note: "x"), by: GovernanceStage.office, stage)
        await #expect(throws: WorkRefusal.dayBefore(day)) {
            try await Self.reform(
                .advance(1, to: .opinion, on: day.adding(days: -1), note: "x"), by: GovernanceStage.office, stage)
        }
        #expect(try await stage.differences() == [])
    }

    @Test(
        arguments: [
            ([], "2026-12-31", false, nil, nil), ([], "2027-01-01", false, "issue", nil),
            ([("draft", "2026-01-01")], "2026-06-30", false, nil, nil),
            ([("draft", "2026-01-01")], "2026-07-01", false, "stage", nil),
            ([("issued", "2024-02-29")], "2024-03-30", true, nil, "2027-02-28"),
            ([("issued", "2024-02-29")], "2024-03-31", true, "filing", "2027-02-28"),
            ([("issued", "2024-02-29"), ("filed", "2024-03-10")], "2027-03-01", true, "review", "2027-02-28"),
            (
                [("issued", "2024-02-29"), ("filed", "2024-03-10"), ("reviewed", "2026-05-01")], "2027-03-01", true,
                nil,
                "2029-05-01"
            ),
            ([("issued", "2024-02-29"), ("repealed", "2025-01-01")], "2025-01-01", false, nil, nil),
            ([("issued", "2024-02-29"), ("repealed", "2025-01-01")], "2024-03-01", true, nil, "2027-02-28"),
        ] as [([(String, String)], String, Bool, String?, String?)])
    func `what is in force and what is late follows from the stages`(
        steps: [(String, String)], today: String, isInForce: Bool, late: String?, review: String?
    ) throws {
        var document = ReformDocument(
            reform: 1, number: 1, title: "t", unit: "u", due: try Self.day("2026-12-31"), reviewYears: 3)
        document.steps = try steps.enumerated().map { place, step in
            .init(
                number: place + 1, stage: try #require(DocumentStage(rawValue: step.0)), day: try Self.day(step.1),
                note: "n", author: "a")
        }
        let today = try Self.day(today)
        #expect(document.isInForce(on: today) == isInForce)
        #expect(document.lateness(on: today)?.rawValue == late)
        #expect(document.reviewDue(on: today)?.description == review)
    }

    private static func month(
        _ text: String = "2026-08", planned: String = "1200.5", done: [String] = ["500", "", "300.000001", "0"],
        percent: String = "40", reason: String = "", over: String = ""
    ) throws -> ProjectAct {
        .report(
            try #require(CivilMonth(text)), planned: planned, done: done, progress_percent: percent, note: "进展（示例）",
            reason: reason, overReason: over)
    }

    @Test func `money above the plan is taken with a reason, and a deadline that is over says so`() async throws {
        let stage = try await Self.stage()
        try await Self.project(.name(unit: GovernanceStage.unit), by: GovernanceStage.office, stage)
        let project = try #require(try ShippedFile.policy().document?.projects.first { $0.number == 4 })
        let plan = String(project.investment10kYuan)
        try await Self.project(Self.month("2026-07", done: [plan, "", "", ""]), stage)
        let refusal = WorkRefusal.abovePlan(
            plannedFen: project.investmentFen, doneFen: project.investmentFen + 1)
        #expect(refusal.problem.field == "over_reason")
        await #expect(throws: refusal) {
            try await Self.project(Self.month(done: ["0.000001", "", "", ""]), stage)
        }
        try await Self.project(Self.month(done: ["0.000001", "", "", ""], over: "概算调整（示例）"), stage)
        let records = try await stage.database.read { try ProjectStore.records(of: Self.policy, in: $0) }
        let record = try #require(records[4])
        #expect(record.months.map(\.overReason) == [nil, "概算调整（示例）"])
        #expect(try await stage.differences() == [])
        for (percent, due, isLate) in [(99, 0, true), (99, 1, false), (100, -9, false)] {
            let month = try #require(CivilMonth("2026-08"))
            #expect(
                ProjectStage(progress_percent: percent).isLate(due: month.adding(due), by: month) == isLate)
        }
        #expect(ProjectStage(progress_percent: 100) == .built && ProjectStage(progress_percent: nil) == .unknown)
    }

    @Test func `a project is reported on by its unit alone, month by month, in fen`() async throws {
        let stage = try await Self.stage()
        let (august, september) = (try #require(CivilMonth("2026-08")), try #require(CivilMonth("2026-09")))
        let issued = CivilMonth(try #require(try ShippedFile.policy().document).meta.issued)
        await #expect(throws: WorkRefusal.noUnit) { try await Self.project(Self.month(), stage) }
        await #expect(throws: WorkRefusal.notItsUnit("市生态环境局")) {
            try await Self.project(.name(unit: GovernanceStage.unit), stage)
        }
        await #expect(throws: WorkRefusal.unknownUnit("市不存在局")) {
            try await Self.project(.name(unit: "市不存在局"), by: GovernanceStage.office, stage)
        }
        await #expect(throws: WorkRefusal.noSuchProject) {
            try await Self.project(.name(unit: GovernanceStage.unit), on: 11, by: GovernanceStage.office, stage)
        }
        try await Self.project(.name(unit: GovernanceStage.unit), by: GovernanceStage.office, stage)
        let cases: [(ProjectAct, WorkRefusal)] = [
            (try Self.month("2026-10"), .monthToCome(last: september)),
            (try Self.month("2018-01"), .monthBefore(first: issued)),
            (try Self.month(planned: "-1"), .amount(field: "planned")),
            (try Self.month(done: ["x", "", "", ""]), .amount(field: "bonds")),
            (try Self.month(done: ["", "", "", "0.0000001"]), .amount(field: "bank")),
            (try Self.month(percent: "101"), .percent), (try Self.month(reason: "改"), .nothingToCorrect(august)),
        ]
        for (act, refusal) in cases {
            await #expect(throws: refusal) { try await Self.project(act, stage) }
            #expect(!refusal.problem.what.zh.isEmpty && !refusal.problem.remedy.en.isEmpty)
        }
        for doer in [GovernanceStage.stranger, GovernanceStage.office] {
            await #expect(throws: WorkRefusal.notItsUnit(GovernanceStage.unit)) {
                try await Self.project(Self.month(), by: doer, stage)
            }
        }
        try await Self.project(Self.month(), stage)
        await #expect(throws: WorkRefusal.monthTwice(august)) { try await Self.project(Self.month(), stage) }
        try await Self.project(Self.month(done: ["600", "", "", ""], reason: "复核"), stage)
        await #expect(throws: WorkRefusal.progressOutOfLine(least: 40, most: 100)) {
            try await Self.project(Self.month("2026-09", percent: "39"), stage)
        }
        try await Self.project(Self.month("2026-09", done: ["1", "", "", ""]), stage)
        await #expect(throws: WorkRefusal.progressOutOfLine(least: 0, most: 40)) {
            try await Self.project(Self.month(percent: "41", reason: "复核"), stage)
        }
        let record = try await stage.database.read { try ProjectStore.records(of: Self.policy, in: $0)[4] }
        #expect(record?.months.map(\.allDoneFen) == [800_000_001, 600_000_000, 1_000_000])
        #expect(record?.doneFen(by: september) == 601_000_000 && record?.doneFen(by: august) == 600_000_000)
        #expect(try await stage.differences() == [])
    }

    @Test func `an obstacle has an owner and a day, and is solved once`() async throws {
        let stage = try await Self.stage()
        let (day, due) = (try Self.day("2026-09-01"), try Self.day("2026-09-10"))
        try await Self.project(.name(unit: GovernanceStage.unit), by: GovernanceStage.office, stage)
        await #expect(throws: WorkRefusal.unknownUnit("无", field: "owner")) {
            try await Self.project(.obstacle("用地指标", owner: "无", due: due, raised: nil), stage)
        }
        let issued = try #require(try ShippedFile.policy().document).meta.issued
        await #expect(throws: WorkRefusal.dayBeforePolicy(issued, field: "raised_on")) {
            try await Self.project(
                .obstacle("用地指标", owner: "市水利局", due: due, raised: issued.adding(days: -1)), stage)
        }
        await #expect(throws: WorkRefusal.dayToCome(field: "raised_on")) {
            try await Self.project(
                .obstacle("用地指标", owner: "市水利局", due: due, raised: day.adding(days: 30)), stage)
        }
        await #expect(throws: WorkRefusal.dayGone(field: "solve_by")) {
            try await Self.project(
                .obstacle("用地指标", owner: "市水利局", due: due.adding(days: -1), raised: day), stage)
        }
        let obstacle = ProjectAct.obstacle("用地指标（示例）", owner: "市自然资源和规划局", due: due, raised: day)
        try await Self.project(obstacle, stage)
        await #expect(throws: WorkRefusal.obstacleTwice(1)) { try await Self.project(obstacle, stage) }
        await #expect(throws: WorkRefusal.dayBefore(day)) {
            try await Self.project(.solve(1, on: day.adding(days: -1), how: "x"), stage)
        }
        await #expect(throws: WorkRefusal.dayToCome()) {
            try await Self.project(.solve(1, on: day.adding(days: 30), how: "x"), stage)
        }
        try await Self.project(.solve(1, on: day, how: "已落实（示例）"), stage)
        await #expect(throws: WorkRefusal.noSuchObstacle) {
            try await Self.project(.solve(1, on: day, how: "x"), stage)
        }
        // What was solved may come again.
        try await Self.project(obstacle, stage)
        #expect(try await stage.differences() == [])
    }

    @Test func `a need that waits is not asked for twice`() async throws {
        let stage = try await Self.stage()
        let day = try Self.day("2026-09-01")
        func ask(_ amount: String) async throws {
            try await Self.project(.ask(.land, what: "二期用地（示例）", amount: amount, owner: "市水利局", on: day), stage)
        }
        try await Self.project(.name(unit: GovernanceStage.unit), by: GovernanceStage.office, stage)
        try await ask("4.60")
        await #expect(throws: WorkRefusal.needTwice(1)) { try await ask("4.6") }
        try await ask("4.7")
        try await Self.project(.grant(1, on: day, document: "批复（示例）"), stage)
        try await ask("4.6")
        #expect(try await stage.differences() == [])
    }

    @Test func `a photo is taken back by its unit or the office, once, and can be filed again`() async throws {
        let stage = try await Self.stage()
        let said = SaidPhoto(
            shows: "全景（示例）", day: try Self.day("2026-09-01"), mediaType: "image/png", size_bytes: 1,
            sha256: Digest256(of: "1"))
        func file() async throws {
            try await stage.desk { desk, now, access in
                try WorkDesk(tasks: desk).file(
                    said, of: 4, Self.policy, by: GovernanceStage.lead, at: now, in: access)
            }
        }
        try await Self.project(.name(unit: GovernanceStage.unit), by: GovernanceStage.office, stage)
        try await file()
        try await file()
        let back = ProjectAct.takeBack(photo: 1, reason: "照到了路人（示例）")
        await #expect(throws: WorkRefusal.noSuchPhoto) {
            try await Self.project(.takeBack(photo: 2, reason: "x"), stage)
        }
        await #expect(throws: WorkRefusal.notItsUnit(GovernanceStage.unit)) {
            try await Self.project(back, by: GovernanceStage.stranger, stage)
        }
        // The project went to another unit: who sent the photo can still take it back.
        try await Self.project(.name(unit: "市财政局"), by: GovernanceStage.office, stage)
        try await Self.project(back, by: GovernanceStage.deputy, stage)
        await #expect(throws: WorkRefusal.photoTakenBack(1)) {
            try await Self.project(back, by: GovernanceStage.office, stage)
        }
        try await Self.project(.name(unit: GovernanceStage.unit), by: GovernanceStage.office, stage)
        try await file()
        let record = try await stage.database.read { try ProjectStore.records(of: Self.policy, in: $0)[4] }
        #expect(record?.shownPhotos.map(\.number) == [2] && record?.photos.first?.takenBack?.reason == "照到了路人（示例）")
        #expect(try await stage.differences() == [])
    }

    @Test(
        arguments: [
            ("0", 0), ("1054013", 1_054_013_000_000), ("0.000001", 1), ("1200.5", 1_200_500_000),
            ("1000000", 1_000_000_000_000),
        ] as [(String, Int64)])
    func `amounts are read as fen and shown as they were written`(text: String, fen: Int64) {
        if fen <= TenThousandYuan.max { #expect(TenThousandYuan.fen(of: text) == fen) }
        #expect(TenThousandYuan.text(fen).filter { $0 != "," } == text)
    }
}
