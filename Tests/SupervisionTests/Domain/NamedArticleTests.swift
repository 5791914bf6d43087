import Facts
import Kernel
import Persistence
import Testing
import Web

@testable import Supervision

struct NamedArticleTests {
    private static let code = "《生态环境法典》第一千一百零七条"

    /// A case about an hour of a day.
    private func subject(_ day: String) throws -> SupervisionCase {
        let start = Instant(startOf: try #require(CivilDate(day)))
        let known = CaseExample.episode()
        let extent = ExceedanceExtent(
            firstHour: start, lastHour: start, hours: 1, peak: DecimalNumber(50), limit: DecimalNumber(35),
            multiple: DecimalNumber(1), level: .yellow, ended: true)
        let episode = CaseEpisode(
            episode: known.episode, pollutant: known.pollutant, extent: extent, isWithdrawn: false, mergedInto: nil,
            traits: known.traits)
        return CaseExample.subject(at: .confirmed, episodes: [episode])
    }

    private func mark(_ text: String, _ day: String, source: String = "") throws -> String {
        let form = ["article": text, "article_source": source]
        do {
            return try NamedArticle(
                in: form, on: subject(day), limit: CaseExample.limit(of: .standard), rules: CaseExample.rules()
            ).mark.rawValue
        } catch CaseRefusal.article(let defect, _) {
            return switch defect {
            case .missing: "nothing"
            case .noLaw: "no law"
            case .unknown: "unknown"
            case .noArticle: "no article"
            case .beyondLaw: "beyond"
            case .notInForce: "not in force"
            }
        }
    }

    @Test(
        arguments: [
            (code, "2026-08-15", "in-force"), (code, "2026-08-14", "not in force"),
            ("生态环境法典第1107条", "2026-08-14", "not in force"),
            ("《大气污染防治法》第九十九条", "2026-08-14", "in-force"),
            ("《大气污染防治法》第九十九条", "2026-08-15", "not in force"),
            ("中华人民共和国大气污染防治法第99条", "2026-08-15", "not in force"),
            ("Air Pollution Law art. 99", "2026-08-15", "not in force"),
            ("《示例市排污管理办法》第三条", "2026-08-15", "unknown"), ("", "2026-08-15", "nothing"),
            ("张三李四", "2026-08-15", "no law"), ("张三李四第三条", "2026-08-15", "no law"),
            ("《生态环境法典》", "2026-08-15", "no article"), ("《生态环境法典》第十百条", "2026-08-15", "no article"),
            ("《生态环境法典》第一千二百四十二条第一款第（二）项", "2026-08-15", "in-force"),
            ("《生态环境法典》第1243条", "2026-08-15", "beyond"), ("HJ 75-2017 第三条", "2026-08-15", "no law"),
            ("《中华人民共和国环境保护法》第六十条", "2026-08-14", "in-force"),
            ("《行政处罚法》第二十三条", "2021-07-14", "in-force"), ("《行政处罚法》第八十条", "2021-07-14", "beyond"),
            ("《行政处罚法》第八十条", "2021-07-15", "in-force"),
            (" \n\t", "2026-08-15", "nothing"),
        ])
    func `an article is looked up by the day of the exceedance`(text: String, day: String, found: String) throws {
        #expect(try mark(text, day) == found)
    }

    @Test(arguments: [
        ("《示例市排污管理办法》第三条", "named"), ("示例市排污管理办法第三条", "no law"), ("《示例市排污管理办法》", "no article"),
        ("《示例市排污管理办法》第三条、《水污染防治法》第八十三条", "not in force"), (code, "in-force"),
    ])
    func `another text is named by its full title, and only when said to be one`(text: String, found: String) throws {
        #expect(try mark(text, "2026-08-15", source: "another") == found)
    }

    @Test(arguments: [("2026-08-14", "《大气污染防治法》第十八条"), ("2026-08-15", "《生态环境法典》第一百五十一条")])
    func `what the figures propose for the day is confirmed as that`(day: String, article: String) throws {
        let proposed = try #require(
            try CaseExample.rules().proposedArticle(of: subject(day), limit: CaseExample.limit(of: .standard)))
        // What is violated is what forbids: neither how it is judged nor what punishes it.
        #expect(proposed == article)
        #expect(try mark(proposed, day) == "proposed")
        #expect(try mark("  " + proposed + "\n", day) == "proposed")
    }

    @Test func `a refusal stands beside the field and tells what was in force`() throws {
        let rules = try CaseExample.rules()
        let subject = try subject("2026-11-23")
        let refusal = #expect(throws: CaseRefusal.self) {
            _ = try NamedArticle(
                in: ["article": "《水污染防治法》第八十三条"], on: subject, limit: CaseExample.limit(of: .standard), rules: rules)
        }
        let problem = try #require(refusal).problem
        #expect(problem.status == 422 && problem.rule == "SUP-ARTICLE" && problem.field == "article")
        #expect(problem.what.zh.contains("水污染防治法") && problem.remedy.zh.contains("生态环境法典"))
    }

    @Test func `the step, its lines and the hand-over say the article and how far it was looked up`() async throws {
        let stage = try await SupervisionStage()
        let id = CaseID(checked: "2026-0001")
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: .confirmed)
        try await stage.take(.handOver, on: id)
        try await stage.take(.order, on: id, changing: ["article": "《示例市排污管理办法》第三条", "article_source": "another"])
        let steps = try #require(try await stage.subject(id)).steps.suffix(2)
        #expect(steps.map { $0.form["article_mark"] } == ["in-force", "named"])
        let lines = try #require(steps.last.map { CaseForm.lines(of: $0, .english) })
        #expect(lines.contains { $0["value"] == "《示例市排污管理办法》第三条" })
        #expect(lines.contains { $0["value"]?.contains("not in the table of laws") == true })
        let handed = try await stage.database.read { access in
            try Journal.timeline(of: id.text, scope: .city, limit: 99, in: access)
                .compactMap { try $0.fact(CaseHandedOver.self) }
        }
        #expect(handed.map(\.article) == [Self.code])
        #expect(try await stage.differences().isEmpty)
    }
}
