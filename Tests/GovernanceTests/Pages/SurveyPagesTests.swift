import Facts
import Kernel
import TestMaterial
import Testing

@testable import Governance
@testable import Web

struct SurveyPagesTests {
    private static let now = Instant(milliseconds: 1_795_860_000_000)
    private static let region = RegionCode(checked: "330602")

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

    private static func figures() throws -> SurveyFigures {
        try SurveyFigures(json: ShippedFile.bytes("policy/surveys.json"))
    }

    private static func survey() throws -> Survey {
        let (figures, day) = (try figures(), now.civil.date)
        return Survey(
            year: 2026, title: "调查（示例）", centre: "中心（示例）", firstDay: day, lastDay: day,
            strata: [.init(region: region, population: 1_000, sample: 40)], dimensions: figures.dimensions,
            points: figures.points, answersMin: 30, coverageMin_percent: 80)
    }

    private static func result(_ survey: Survey) -> SurveyResult {
        let answers = (0..<30).map {
            SurveyAnswer(respondent: "A\($0)", region: region, answers: [5, 4, $0 == 0 ? nil : 3, 2, 1])
        }
        return SurveyResult(
            year: 2026, closedOn: now.civil.date, answers: 30, decision: DecisionID(checked: "D1"),
            estimates: SurveyResultRule.decide(SurveyDesk.input(of: survey, answers)).outcome.estimates)
    }

    private static let kept = SurveyStore.Kept(content: [1], author: "person:P", at: now, fact: 7)
    private static let refused = RefusedForm(problems: [SurveyRefusal.days.problem], typed: [:])

    @Test func `the pages of surveys have all their words`() throws {
        let (survey, regions) = (try Self.survey(), [(code: Self.region, name: Phrase("越城区", "Yuecheng"))])
        let result = Self.result(survey)
        #expect(result.estimate("gain", Self.region)?.answers == 30)
        #expect(result.estimate("awareness", Self.region)?.mean_hundredths == nil)
        try Self.check(
            [
                SurveysPage(lines: [], indicator: nil, regions: regions, mayWork: true, refused: Self.refused),
                SurveysPage(
                    lines: [
                        .init(survey: survey, answers: 30, result: result),
                        .init(survey: survey, answers: 0, result: nil),
                    ], indicator: IndicatorCode(checked: "SATISFACTION"), regions: regions, mayWork: true,
                    refused: nil),
            ], of: SurveysPage.template)
        let total = FeedbackTotal(service: "", count: 2, written: 1, settled: 1, stars: ["gain": 9])
        try Self.check(
            [true, false].map { isClosed in
                SurveyPage(
                    survey: survey, fact: 3, batches: [(1, 30, Self.kept)], given: [Self.region: isClosed ? 30 : 3],
                    closed: isClosed ? (result, Self.kept) : nil,
                    indicator: isClosed ? IndicatorCode(checked: "SATISFACTION") : nil,
                    feedback: isClosed ? total : FeedbackTotal(service: ""), asked: survey.dimensions,
                    nameOfRegion: { _ in Phrase("越城区", "Yuecheng") }, mayWork: true, refused: nil)
            }, of: SurveyPage.template)
        let reports: [WorkImport.Report?] = [
            nil, .init(isImported: true, taken: 2, refused: []),
            .init(isImported: false, taken: 0, refused: [(3, SurveyRefusal.region.problem)]),
        ]
        try Self.check(
            reports.map { report in
                SurveyImportPage(
                    survey: survey, report: report, way: .whole, refused: report == nil ? Self.refused : nil)
            }, of: SurveyImportPage.template)
    }

    @Test func `the pages of feedback have all their words`() throws {
        let figures = try Self.figures()
        let stars = Dictionary(uniqueKeysWithValues: figures.dimensions.map { ($0.code, 4) })
        var answered = Feedback(
            number: 2, service: "policy", stars: stars, text: "意见", receipt: "0123456789abcdef", receivedAt: Self.now,
            fact: 9)
        let open = answered
        answered.settled = .init(outcome: .answered, answer: "已改", author: "person:P", settledAt: Self.now)
        #expect(open.state == .open && answered.state == .answered)
        let total = FeedbackTotal(service: "policy", count: 1, written: 1, settled: 1, stars: stars)
        try Self.check(
            [nil, open, answered].map { found in
                VoicePage(
                    figures: figures, totals: found == nil ? [] : [total],
                    receipt: found == nil ? "0000000000000000" : found?.receipt, found: found, refused: nil)
            } + [VoicePage(figures: figures, totals: [], receipt: nil, found: nil, refused: Self.refused)],
            of: VoicePage.template)
        try Self.check(
            [[], [open, answered]].map { shown in
                FeedbackListPage(
                    figures: figures, state: .open, service: "policy", shown: shown, due: [2: Self.now],
                    next: shown.isEmpty ? nil : "/governance/voice?before=2", now: Self.now)
            }, of: FeedbackListPage.template)
        try Self.check(
            [open, answered].map { feedback in
                FeedbackPage(
                    figures: figures, feedback: feedback, due: Self.now, authorName: "周明（示例）", now: Self.now,
                    refused: nil)
            }, of: FeedbackPage.template)
        #expect(Set(Feedback.State.allCases.map(\.phrase)).count == 4)
    }

    @Test func `every refusal says what is wrong and what helps`() {
        let rounds: [SurveyRefusal] = [
            .noSuchSurvey, .notItsOwner("市美丽办"), .year(2_000...2_099), .yearTwice(2_026), .days, .strata(line: 1),
            .closed(2_026), .noneOpen, .severalOpen([2_025, 2_026]), .nothingToClose, .heading(expected: "x"),
            .personalColumn("姓名"), .size(max: 1), .quotes, .fieldCount(1, expected: 2), .respondent, .personalNumber,
            .respondentTwice("A"), .region, .answer(field: "gain", max: 5), .noAnswer, .moreThanPeople("330602"),
        ]
        let voices: [FeedbackRefusal] = [
            .unknownService, .stars(field: "gain"), .textTooLong(max: 1), .tooMany(until: Self.now), .noSuchFeedback,
            .nothingWritten, .settledAlready, .answerMissing,
        ]
        for problem in rounds.map(\.problem) + voices.map(\.problem) {
            #expect(!problem.what.zh.isEmpty && !problem.what.en.isEmpty && !problem.remedy.en.isEmpty)
        }
    }
}
