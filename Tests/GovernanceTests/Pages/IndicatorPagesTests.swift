import Facts
import Kernel
import TestMaterial
import Testing

@testable import Governance
@testable import Web

struct IndicatorPagesTests {
    private static let now = Instant(milliseconds: 1_795_860_000_000)
    private static let region = RegionCode(checked: "330602")
    private static let regions = [(code: region, name: Phrase("越城区", "Yuecheng District"))]

    private static func check(_ pages: [any Page], of template: String) throws {
        var walk = try TemplateWalk(template)
        for page in pages {
            for language in Language.allCases {
                try walk.walk(page.view(language))
                #expect(!page.title(language).isEmpty)
                if let list = page as? any ListPage { #expect(!list.tables(language).isEmpty) }
            }
        }
        #expect(walk.problems == [])
        #expect(walk.unvisited == [])
    }

    private static func month() throws -> CivilMonth { try #require(CivilMonth("2026-10")) }

    private static func figure(
        _ indicator: Indicator, _ value: String?, ago: Int = 0
    ) throws -> IndicatorFigure {
        IndicatorFigure(
            indicator: indicator.code, region: nil, month: try month().adding(-ago),
            value: value.flatMap { DecimalNumber($0) },
            goal: indicator.goal(in: 2026)?.value, facts: [7], factCount: 1,
            missing: value == nil ? [IndicatorCode(checked: "KEY_UNITS")] : [])
    }

    static func lines() throws -> [IndicatorLine] {
        let book = try IndicatorBook(json: ShippedFile.bytes("policy/indicators.json"))
        return try ["AIR_PM25", "AIR_PM25", "KEY_UNITS", "KEY_UNITS"].enumerated().map { place, code in
            let indicator = try #require(book[IndicatorCode(checked: code)])
            return IndicatorLine(
                indicator: indicator, figure: try figure(indicator, [nil, "31", "5", "30"][place], ago: place),
                regionName: Phrase("全市", "the city"), isCorrected: place == 1)
        }
    }

    /// A project about which everything was said, and one about which nothing was.
    static func projects() throws -> [ProjectLine] {
        let (policy, month) = (try #require(try ShippedFile.policy().document), try month())
        var record = ProjectRecord(project: 1, unit: "上虞区政府")
        record.months = [nil, "复核"].enumerated().map { number, reason in
            .init(
                month: month, number: number + 1, plannedFen: 1_000_000, doneFen: [1_000_000, 0, 500_000, 1],
                progress_percent: 40, note: "进展", reason: reason, overReason: reason, author: "person:P", filedAt: now)
        }
        let day = now.civil.date
        record.obstacles = [
            .init(number: 1, what: "用地", owner: "市水利局", due: day.adding(days: -1), raisedOn: nil),
            .init(number: 2, what: "资金", owner: "市财政局", due: day, raisedOn: day, solvedOn: day, how: "已落实"),
            .init(number: 3, what: "审批", owner: "市财政局", due: day, raisedOn: day),
        ]
        record.needs = [nil, day].enumerated().map { number, granted in
            .init(
                number: number + 1, sort: .land, what: "二期用地", amount: DecimalNumber(4), owner: "市水利局", askedOn: day,
                grantedOn: granted, document: granted.map { _ in "批复" })
        }
        record.place = .init(longitude: DecimalNumber(120), latitude: DecimalNumber(30))
        record.photos = [
            .init(
                number: 1, shows: "厂区全景", day: day, mediaType: "image/png", size_bytes: 1,
                sha256: Digest256(of: "1"), author: "person:P"),
            .init(
                number: 2, shows: "门牌", day: day, mediaType: "image/png", size_bytes: 1, sha256: Digest256(of: "2"),
                author: "person:P", takenBack: .init(reason: "照到了路人", author: "person:P", at: now)),
        ]
        return policy.projects.prefix(2).map { project in
            ProjectLine(
                project: project, record: project.number == 1 ? record : nil, policy: policy.meta.code, month: month)
        }
    }

    /// A month that was reported after a report on it was issued.
    static func lateProjects() throws -> [AnalysisPage.LateProject] {
        let line = try #require(try projects().first)
        return (line.record?.months ?? []).map { .init(project: line.project, month: $0) }
    }

    private static func document(_ number: Int, _ stages: [(DocumentStage, Int64)]) -> ReformDocument {
        let day = now.civil.date
        var document = ReformDocument(
            reform: 1, number: number, title: "办法", unit: "市美丽办", due: day, reviewYears: 1,
            series: number == 1 ? "制度组（示例）" : "")
        document.steps = stages.enumerated().map { place, stage in
            .init(number: place + 1, stage: stage.0, day: day.adding(days: -stage.1), note: "文号", author: "person:P")
        }
        return document
    }

    @Test func `the public page of indices has all its words`() throws {
        let score = try Self.score(.dual, "", 9_000)
        try Self.check(
            [[], [IndicesPage.Line(score: score, name: Phrase("全市", "the city"))]].map { IndicesPage(lines: $0) },
            of: IndicesPage.template)
    }

    @Test func `the pages of reforms and projects have all their words`() throws {
        let policy = try #require(try ShippedFile.policy().document)
        let (today, code) = (now.civil.date, policy.meta.code)
        let documents = [
            Self.document(1, []), Self.document(2, [(.issued, 40)]), Self.document(3, [(.issued, 3)]),
            Self.document(4, [(.issued, 9), (.repealed, 1)]),
        ]
        try Self.check(
            [[policy], [policy, policy]].map { policies in
                ReformsPage(
                    policy: policy, choice: PolicySwitch(policies, chosen: code, path: "/policy/reforms"),
                    documents: policies.count == 1 ? documents : [], filter: DocumentFilter(), today: today)
            }, of: ReformsPage.template)
        try Self.check(
            [[], documents].map { documents in
                ReformPage(
                    policy: code, reform: policy.reforms[0], documents: documents, today: today,
                    forms: documents.isEmpty ? [] : WorkForm.ofReforms, refused: nil)
            }, of: ReformPage.template)
        let (lines, month) = (try Self.projects(), try Self.month())
        let map = try DistrictMap(json: ShippedFile.bytes("rules/schematic-map.json"))
        try Self.check(
            [
                ProjectsPage(
                    policy: policy, choice: PolicySwitch([policy, policy], chosen: code, path: "/policy/projects"),
                    lines: lines, month: month, investment: try Self.lines()[1],
                    map: ProjectMap(
                        map: map, regions: [(RegionCode(checked: "330603"), Phrase("柯桥区", "Keqiao District"))],
                        lines: lines))
            ], of: ProjectsPage.template)
        try Self.check(
            lines.map { line in
                ProjectPage(
                    line: line, forms: line.record == nil ? [] : WorkForm.ofProjects, refused: nil,
                    mayFile: line.record != nil,
                    refusedPhoto: line.record == nil
                        ? nil
                        : RefusedForm(problems: [WorkRefusal.notAPhoto.problem], typed: ["photo_shows": "全景"]),
                    today: today)
            }, of: ProjectPage.template)
        #expect(Set(DocumentStage.allCases.map(\.phrase)).count == DocumentStage.allCases.count)
    }

    private var now: Instant { Self.now }

    @Test func `the pages of indicators have all their words`() throws {
        let (book, month) = (try IndicatorBook(json: ShippedFile.bytes("policy/indicators.json")), try Self.month())
        let lines = try Self.lines()
        #expect(lines.map(\.standing) == [.missing, .short, .noGoal, .noGoal])
        try Self.check(
            [[], lines].map { lines in
                IndicatorsPage(
                    month: month, frozenAt: lines.isEmpty ? nil : Self.now, region: Self.region,
                    regions: Self.regions, lines: lines, despite: lines.isEmpty ? nil : "站点搬迁（示例）")
            }, of: IndicatorsPage.template)
        let place = IndicatorValue.Place(indicator: IndicatorCode(checked: "KEY_UNITS"), region: nil, month: month)
        let values = [nil, "复核"].enumerated().map { number, reason in
            IndicatorValue(
                place: place, number: number + 1, value: DecimalNumber(5), source: "月报", unit: "市生态环境局",
                author: "person:P-CITY", filedAt: Self.now, reason: reason, fact: Int64(number) + 8)
        }
        let regionName: @Sendable (RegionCode?) -> Phrase = { _ in Phrase("全市", "the city") }
        let rate = try #require(book[IndicatorCode(checked: "CREDIT_COVERAGE")])
        var doubtful = try Self.figure(rate, nil)
        doubtful.implausible = .init(
            computed: DecimalNumber(125),
            inputs: [.init(indicator: place.indicator, month: month, value: values[0].value)])
        #expect(
            IndicatorLine(indicator: rate, figure: doubtful, regionName: nil).standing == .implausible)
        try Self.check(
            try ["KEY_UNITS", "MU_BENEFIT", "AIR_GOOD_RATE", "CASES_CLOSED", "SATISFACTION"].map { code in
                let indicator = try #require(book[IndicatorCode(checked: code)])
                let isFiled = indicator.way == .filed
                return IndicatorPage(
                    policy: book.policy, indicator: indicator,
                    figures: [try Self.figure(indicator, isFiled ? "5" : nil)],
                    values: isFiled ? values : [], frozen: isFiled ? [month: 8] : [:], regionName: regionName,
                    isOwner: isFiled, refused: nil, opensFacts: code == "KEY_UNITS",
                    doubts: isFiled ? [(rate, doubtful)] : [])
            }, of: IndicatorPage.template)
    }

    static func score(_ kind: ScoreKind, _ subject: String, _ points: Int?) throws -> Score {
        Score(
            kind: kind, month: try month(), subject: subject, score_hundredths: points,
            environment_hundredths: kind == .dual ? points : nil, economy_hundredths: kind == .dual ? points : nil,
            quadrant: points == nil || kind != .dual ? nil : .both, decision: DecisionID(checked: "D1"))
    }

    @Test func `the pages of scores have all their words`() throws {
        let month = try Self.month()
        let lines = try [
            Self.score(.dual, "", 9_412), Self.score(.dual, "330602", nil), Self.score(.district, "330602", 8_000),
            Self.score(.unit, "市经信局", 7_550),
        ].map { ScoresPage.Line(score: $0, name: Phrase("名", "name")) }
        let doubt = ImplausibleFigure(
            indicator: IndicatorCode(checked: "AIR_GOOD_RATE"), name: Phrase("优良率", "good days"),
            range: DecimalNumber(0)...DecimalNumber(100), region: nil, place: Phrase("全市", "the city"), month: month,
            computed: DecimalNumber(125), inputs: [])
        try Self.check(
            [[], lines].map { lines in
                ScoresPage(
                    month: lines.isEmpty ? nil : month, months: lines.isEmpty ? [] : [month], lines: lines,
                    history: lines.filter { $0.score.kind == .dual }, good_points: 90,
                    closable: lines.isEmpty ? nil : month,
                    closing: lines.isEmpty
                        ? nil : MonthClosing(month: month, figures: 9, missing: 1, implausible: [doubt]),
                    implausible: lines.isEmpty ? [] : [doubt], despite: lines.isEmpty ? nil : "站点搬迁（示例）",
                    refused: nil)
            }, of: ScoresPage.template)
        let book = try IndicatorBook(json: ShippedFile.bytes("policy/indicators.json"))
        let (air, rate) = (
            try #require(book[IndicatorCode(checked: "AIR_PM25")]),
            try #require(book[IndicatorCode(checked: "AIR_GOOD_RATE")])
        )
        let items = ["AIR_PM25", "AIR_GOOD_RATE", "lights"].map { code in
            ScoredItem(
                code: code, weight: 2, value: code == "lights" ? nil : DecimalNumber(28), goal: DecimalNumber(30),
                direction: .lower, facts: code == "lights" ? [] : [7])
        }
        try Self.check(
            try ScoreKind.allCases.map { kind in
                ScorePage(
                    score: try Self.score(kind, "x", 9_000), name: Phrase("名", "name"),
                    descriptor: DualIndexRule.descriptor, items: items, steps: [Phrase("步", "step")],
                    decidedAt: Self.now, indicators: ["AIR_PM25": air, "AIR_GOOD_RATE": rate],
                    periods: ["AIR_PM25": month], grounds: kind == .unit ? Self.grounds : [],
                    isPublic: kind == .dual)
            }, of: ScorePage.template)
    }

    private static let grounds = [("lights", 0), ("lights", 100), ("reports", 0)].map { item, points in
        ScoreGround(
            item: item, name: Phrase("任务 1", "Task 1"), address: "/policy/P/tasks/1",
            found: Phrase("红灯", "red"), tag: "red", points: points, facts: [7])
    }

    @Test func `what a task costs a score is its share of its item, and that of the item among those with values`() {
        let items = [("lights", 50, "50"), ("reports", 30, "0"), ("indicators", 20, nil)].map { code, weight, value in
            ScoredItem(
                code: code, weight: weight, value: value.flatMap { DecimalNumber($0) }, goal: DecimalNumber(100),
                direction: .higher, facts: [])
        }
        // Lights weigh 50 of 80 and are two tasks; the report weighs 30 of 80 alone: 100 less both is the score.
        let costs = Self.grounds.map { $0.cost_hundredths(among: Self.grounds, items) }
        #expect(costs == [3_125, 0, 3_750])
        #expect(WeightedScoreRule.weigh(items, coverageMin_percent: 60).score == 10_000 - 3_125 - 3_750)
    }

    @Test func `the page of a fact has all its words, and keeps back what its reader may not read`() throws {
        let fact = PolicyTaskReported(
            policy: "P", task: 3, month: "2026-10", attempt: 1, unit: "市经信局", standing: "on-track", progress: "进展",
            evidence: "文号")
        let payload = try CanonicalJSON.bytes(of: fact)
        let fields = try FactFields(payload: payload)
        let entry = JournalEntry(
            sequence: 7, factID: "F", kind: PolicyTaskReported.kind, subject: FactSubject(reference: "P.T3"),
            author: .system("x"), occurredAt: Self.now, recordedAt: Self.now, commitment: Digest256(of: ""), salt: nil,
            payload: payload)
        let pages = [(fields, FactPage.address(of: fields)), (fields, nil), (nil, nil)].map { fields, address in
            FactPage(
                entry: entry, name: Phrase("月报", "a report"), author: fields == nil ? nil : "吕牵（示例）", address: address,
                fields: fields,
                people: [:])
        }
        try Self.check(pages, of: FactPage.template)
        #expect(pages.map(\.address) == ["/policy/P/tasks/3", nil, nil])
        #expect(pages.map(\.content.fields.count) == [8, 8, 0])
        #expect(FactWords.value("on-track", of: "standing").zh == TaskStanding.onTrack.phrase.zh)
        #expect(FactWords.name(of: "doneFen.bank").en == "spent bank")
        #expect(FactWords.value("1000000", of: "doneFen.bank").zh == "1 万元")
    }

    @Test func `the page of imports has all its words`() throws {
        let refused = [(line: 3, problem: WorkTableRefusal.quotes.problem)]
        let reports: [WorkImport.Report?] = [
            nil, .init(isImported: true, taken: 2, refused: [], uncounted: [2]),
            .init(isImported: false, taken: 0, refused: refused),
        ]
        try Self.check(
            reports.map { report in
                WorkImportPage(
                    report: report, way: .whole,
                    refused: report == nil
                        ? RefusedForm(problems: [WorkTableRefusal.heading(found: "a").problem], typed: [:]) : nil)
            }, of: WorkImportPage.template)
    }

    @Test func `quadrants and standings have words and shapes of their own`() {
        #expect(Set(DualQuadrant.allCases.map(\.tag)).count == 4)
        #expect(Set(IndicatorLine.Standing.allCases.map(\.phrase)).count == 5)
        #expect(["lights", "reports", "indicators"].allSatisfy { ScorePage.plain($0).zh != $0 })
    }
}
