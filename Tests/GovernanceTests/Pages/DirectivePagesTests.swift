import Facts
import Kernel
import TestMaterial
import Testing

@testable import Governance
@testable import Web

struct DirectivePagesTests {
    private static let now = Instant(milliseconds: 1_795_860_000_000)
    private static var today: CivilDate { now.civil.date }

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

    /// A directive with an item in each state.
    static func directive(_ kind: DirectiveKind, task: Int? = nil) -> Directive {
        let policy = task == nil ? nil : GovernanceStage.task.policy
        let days: [Int64] = [5, -5, -5, -5]
        let items = days.enumerated().map { place, days in
            DirectiveDocument.Item(
                number: place + 1, unit: "市经信局", text: "问题（示例）", due: today.adding(days: days))
        }
        let document = DirectiveDocument(
            kind: kind, year: 2026, number: 1, title: "督查（示例）", policy: policy, task: task,
            termWorkingDays: kind == .inspection ? 10 : nil, heldOn: kind == .minutes ? today : nil,
            participants: kind == .minutes ? "成员（示例）" : nil, items: items, asTasks: kind == .minutes ? true : nil)
        var directive = Directive(
            document: document, sha256: Digest256(of: ""), author: "person:P-CITY", issuedAt: now)
        directive.answers = [nil, ReviewVerdict.accepted].enumerated().map { place, verdict in
            DirectiveAnswer(
                item: place + 3, attempt: 1, unit: "市经信局", text: "已整改", evidence: place == 0 ? 7 : nil,
                author: "person:P-LEAD", filedAt: now,
                judgement: verdict.map {
                    .init(verdict: $0, note: "属实", again: nil, author: "person:P-CITY", at: now)
                })
        }
        return directive
    }

    static func lines() throws -> [DirectiveLine] {
        let lines = DirectiveLine.all(of: [directive(.inspection, task: 11)], on: today)
        try #require(lines.map(\.state) == DirectiveItemState.allCases)
        return lines
    }

    @Test func `the pages of notices and minutes have all their words`() throws {
        try Self.check(
            try [true, false].map { isOffice in
                DirectivesPage(
                    lines: isOffice ? try Self.lines() : [], kind: isOffice ? .minutes : nil,
                    state: isOffice ? .late : nil, isOffice: isOffice, units: ["市经信局"],
                    refused: isOffice
                        ? (.inspection, RefusedForm(problems: [DirectiveRefusal.term.problem], typed: [:])) : nil)
            }, of: DirectivesPage.template)
        let bare = Directive(
            document: Self.directive(.inspection).document, sha256: Digest256(of: ""), author: "person:P-CITY",
            issuedAt: Self.now)
        try Self.check(
            [Self.directive(.inspection, task: 11), Self.directive(.minutes), bare].map { directive in
                DirectivePage(
                    directive: directive, today: Self.today, forms: [.answer, .judge], refused: nil,
                    names: ["P-LEAD": "吕牵（示例）"])
            }, of: DirectivePage.template)
        let month = try #require(CivilMonth("2026-10"))
        try Self.check(
            [nil, month].map { month in
                RankingPage(
                    month: month,
                    lines: [
                        .init(
                            unit: "市经信局", score: try? IndicatorPagesTests.score(.unit, "市经信局", 9_000),
                            lights: [.red: 1], reportsOverdue: 1, itemsOpen: 2, itemsOverdue: 1),
                        .init(
                            unit: "市财政局", score: nil, lights: [:], reportsOverdue: 0, itemsOpen: 0,
                            itemsOverdue: 0),
                    ])
            }, of: RankingPage.template)
    }

    @Test func `units with one score share a rank, and without one there is none`() throws {
        let lines = try [9_000, 9_000, 8_000, nil].map { points in
            RankingPage.Line(
                unit: "u", score: try IndicatorPagesTests.score(.unit, "u", points), lights: [:], reportsOverdue: 0,
                itemsOpen: 0, itemsOverdue: 0)
        }
        let month = try #require(CivilMonth("2026-10"))
        #expect(RankingPage(month: month, lines: lines).content.units.map(\.rank) == [1, 1, 3, nil])
    }

    @Test func `the pages of reports have all their words`() throws {
        let quarter = try #require(AnalysisPeriod("2026-Q3"))
        let draft = Analysis(period: quarter, texts: [:], author: "person:P-CITY", writtenAt: Self.now)
        var issued = draft
        issued.issue = .init(
            content: [], sha256: Digest256(of: ""), author: "person:P-CITY", at: Self.now, fact: 9)
        try Self.check(
            [[], [draft, issued]].map { analyses in
                AnalysesPage(
                    analyses: analyses, isOffice: !analyses.isEmpty, isPublic: analyses.isEmpty, refused: nil)
            }, of: AnalysesPage.template)
        try Self.check(
            [draft, issued].map { analysis in
                var said = Self.said(quarter, isFull: analysis.issue != nil)
                said.opening = "2026-06"
                (said.figures[0].month, said.figures[0].firstMonth) = ("2025-12", "2024-12")
                if analysis.issue == nil {
                    said = AnalysisContent(
                        period: said.period, months: [], figures: [], districts: [], lights: [:], projects: [],
                        itemsIssued: 0, itemsAccepted: 0, texts: [:], region: Phrase("越城区", "Yuecheng District"))
                }
                return AnalysisPage(
                    analysis: analysis, said: said,
                    openMonths: analysis.issue == nil ? quarter.months : [],
                    late: analysis.issue == nil ? [] : [Self.late(quarter)],
                    lateProjects: analysis.issue == nil ? [] : try IndicatorPagesTests.lateProjects(), mayWrite: true,
                    refused: nil)
            }, of: AnalysisPage.template)
    }

    @Test func `a report names the month that its first values are of, and older values by their own`() throws {
        let quarter = try #require(AnalysisPeriod("2026-Q3"))
        let analysis = Analysis(period: quarter, texts: [:], author: "person:P-CITY", writtenAt: Self.now)
        func told(_ opening: String?) -> [String] {
            var said = Self.said(quarter, isFull: true)
            said.opening = opening
            said.figures[0].month = "2025-12"
            let view = AnalysisPage(
                analysis: analysis, said: said, openMonths: [], late: [], lateProjects: [], mayWrite: false,
                refused: nil
            ).view(.chinese)
            let figures = view["figures"] as? [[String: Any]] ?? []
            return [view["openingMonth"], view["isBefore"], figures.first?["valueMonth"], figures.last?["valueMonth"]]
                .map { $0.map { "\($0)" } ?? "–" }
        }
        #expect(told("2026-06") == ["2026-06", "true", "2025-12", "false"])
        #expect(told("2026-07") == ["2026-07", "false", "2025-12", "false"])
        // Issued before it was told: the first closed month it was.
        #expect(told(nil) == ["2026-07", "false", "2025-12", "false"])
    }

    @Test func `a report counts goals alone, and a value without one is not missing`() throws {
        let quarter = try #require(AnalysisPeriod("2026-Q3"))
        let analysis = Analysis(period: quarter, texts: [:], author: "person:P-CITY", writtenAt: Self.now)
        var said = Self.said(quarter, isFull: false)
        let name = Phrase("优良天数", "good days")
        said.figures.append(
            .init(
                indicator: "B", name: name, unit: name, first: nil, value: DecimalNumber(281), goal: nil,
                isHigherBetter: true, isReached: nil))
        let view = AnalysisPage(
            analysis: analysis, said: said, openMonths: [], late: [], lateProjects: [], mayWrite: false, refused: nil
        ).view(.english)
        let words = (view["figures"] as? [[String: Any]])?.map { $0["word"] as? String }
        #expect(view["figureCount"] as? String == "3")
        #expect(words == ["goal reached", "goal not reached", "missing", "no goal"])
    }

    private static func late(_ quarter: AnalysisPeriod) -> AnalysisPage.Late {
        let name = Phrase("名", "name")
        return .init(
            value: IndicatorValue(
                place: .init(indicator: IndicatorCode(checked: "AIR_PM25"), region: nil, month: quarter.months[0]),
                number: 2, value: DecimalNumber(28), source: "s", unit: "u", author: "person:P", filedAt: now,
                reason: "r", fact: 10), name: name, place: name)
    }

    private static func said(_ quarter: AnalysisPeriod, isFull: Bool) -> AnalysisContent {
        let name = Phrase("名", "name")
        return AnalysisContent(
            period: quarter.description,
            months: [
                .init(
                    month: "2026-07", environment_hundredths: nil, economy_hundredths: 1, dual_hundredths: 2,
                    despite: isFull ? "站点搬迁（示例）" : nil)
            ],
            figures: [true, false, nil].map { isReached in
                .init(
                    indicator: "A", name: name, unit: name, first: nil, value: isReached.map { _ in DecimalNumber(1) },
                    goal: DecimalNumber(2), isHigherBetter: true, isReached: isReached)
            },
            districts: [DualQuadrant.both, nil].map { quadrant in
                .init(
                    region: "330602", name: name, environment_hundredths: 1, economy_hundredths: 2,
                    dual_hundredths: 3, quadrant: quadrant)
            }, lights: ["red": 2],
            projects: [nil, false, true].map { isLate in
                .init(
                    number: 1, name: "项目", plannedFen: 1, periodFen: 2, doneFen: 3, progress_percent: nil,
                    stage: isLate.map { _ in .building }, isLate: isLate)
            }, itemsIssued: 2, itemsAccepted: 1, texts: isFull ? ["situation": "文字"] : [:])
    }

    @Test func `each refusal has the rule and status of the method`() throws {
        let key = DirectiveKey(kind: .inspection, year: 2026, number: 1)
        let refusals: [DirectiveRefusal] = [
            .unknownUnit("u", field: "unit", line: 1), .noSuchTask, .notTheLead(unit: "u", lead: ["v"]), .term,
            .noItems(field: "findings"), .tooManyItems(field: "findings"), .itemTooLong(field: "findings", line: 2),
            .decisionForm(line: 1), .deadlinePast(line: 1), .dayToCome, .dateMissing, .heldBefore(Self.now.civil.date),
            .issuedTwice(key),
            .noSuchDirective, .noSuchItem, .anotherUnit("u"), .isTask(1), .isClosed, .waits, .noSuchFact,
            .nothingToJudge,
            .ownAnswer,
        ]
        let ofReports: [AnalysisRefusal] = [
            .unknownPeriod, .notBegun, .unknownRegion(RegionCode(checked: "330699")),
            .openedTwice(try #require(AnalysisPeriod("2026"))), .noSuchAnalysis, .isIssued,
            .monthsOpen([]), .textMissing(.economy),
        ]
        for (heading, problems) in [
            ("| rule | status | refused |", refusals.map(\.problem)),
            ("| rule | status | refused about a report |", ofReports.map(\.problem)),
        ] {
            let rows = try RepositoryFile.table(heading, in: "docs/method/governance.md")
            #expect(rows.map { "\($0[0]) \($0[1])" } == problems.map { "\($0.rule) \($0.status)" })
            for problem in problems {
                for phrase in [problem.what, problem.remedy] { #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty) }
            }
        }
    }
}
