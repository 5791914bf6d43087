import Kernel
import Synchronization
import Testing

@testable import Web

struct AnswersTests {
    private let taken = Taken()

    /// What the handler was given.
    private final class Taken: Sendable {
        let forms = Mutex<[[String: String]]>([])
    }

    private var routes: [Route] {
        [
            Route(
                .post, "/notes", summary: Phrase("写", "write"), permission: .signedIn,
                fields: TestPage.fields + [
                    FormField(name: "seen", label: Phrase("见", "seen"), kind: .text(max: 5), required: false)
                ],
                onRefusal: { visit in .page(TestPage(text: "再来", refused: visit.refused)) },
                handler: { [taken] visit in
                    taken.forms.withLock { $0.append(visit.form) }
                    return .redirect("/notes")
                }
            ).checkingAnswers(
                of: [.enterpriseManager], hiding: ["seen"],
                rehearsing: { visit in
                    if visit.form["level"] == "blue" { throw Problem.rehearsed }
                })
        ]
    }

    private let form = ["reason": "<b>泵</b>停", "level": "red", "seen": "7"]

    @Test func `an enterprise sees its answers before they are taken, and they are taken as they were shown`()
        async throws
    {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.manager)
        let sent = try await browser.post("/notes", form)
        let address = try #require(sent.header("location"))
        #expect(sent.status == 303 && address.hasPrefix("/answers/") && sent.header("set-cookie") == nil)
        let asked = try await browser.get(address)
        #expect(asked.status == 200 && asked.body.contains("尚未提交") && asked.body.contains("data-unsent"))
        #expect(asked.body.contains("&lt;b&gt;泵&lt;/b&gt;停") && !asked.body.contains("<b>泵"))
        #expect(!asked.body.contains("<dt>见</dt>") && asked.body.contains(#"name="seen" value="7""#))
        #expect(taken.forms.withLock { $0.isEmpty })
        let done = try await browser.post("/notes", form.merging(["checked": "true"]) { $1 })
        #expect(done.status == 303)
        #expect(taken.forms.withLock { $0 } == [form])
        // Who goes back sees what was sent, and cannot send it again; nobody else sees it, and it ends.
        let back = try await browser.get(address).body
        #expect(back.contains("已提交") && back.contains("泵") && !back.contains("data-settles"))
        let stranger = try await stage.browser(of: SiteStage.officer).get(address)
        #expect(stranger.status == 404 && !stranger.body.contains("泵"))
        stage.clock.pass(minutes: AnswerDrafts.minutesMax)
        #expect(try await stage.browser(of: SiteStage.manager).get(address).status == 404)
    }

    @Test func `of one person the newest are kept`() throws {
        let (drafts, now) = (AnswerDrafts(), Instant(milliseconds: 0))
        for number in 0...AnswerDrafts.ownMax {
            let page = AnswersPage(
                act: Phrase("写", "write"), action: "/notes", back: "/", fields: [], answers: [:], hidden: [])
            let at = now.adding(minutes: Int64(number))
            drafts.keep(page, of: PersonID(checked: "P1"), named: "\(number)", at: at)
            drafts.keep(page, of: PersonID(checked: "P2"), named: "other", at: at)
        }
        let kept = (0...AnswerDrafts.ownMax).filter {
            drafts.page(named: "\($0)", of: PersonID(checked: "P1"), at: now) != nil
        }
        #expect(kept == Array(1...AnswerDrafts.ownMax))
        #expect(drafts.page(named: "other", of: PersonID(checked: "P2"), at: now) != nil)
    }

    @Test func `what is wrong is said before answers are looked over`() async throws {
        let stage = try await SiteStage(routes: routes)
        let refused = try await stage.browser(of: SiteStage.manager).post("/notes", ["reason": "", "level": "green"])
        #expect(refused.status == 422 && refused.body.contains("再来") && !refused.body.contains("尚未提交。请核对"))
        // What only the rules can tell is told as early, in the form.
        let ruled = try await stage.browser(of: SiteStage.manager).post(
            "/notes", form.merging(["level": "blue"]) { $1 })
        #expect(ruled.status == 409 && ruled.body.contains("再来") && ruled.body.contains("TEST-REHEARSED"))
        #expect(taken.forms.withLock { $0.isEmpty })
    }

    @Test func `officers and programs are taken at their word`() async throws {
        let stage = try await SiteStage(routes: routes)
        #expect(try await stage.browser(of: SiteStage.officer).post("/notes", form).status == 303)
        let json = ["Accept": "application/json"]
        #expect(try await stage.browser(of: SiteStage.manager).post("/notes", form, json).status == 200)
        #expect(taken.forms.withLock { $0.count } == 2)
    }
}

extension Problem {
    fileprivate static let rehearsed = Problem(
        status: 409, rule: "TEST-REHEARSED", what: Phrase("不行", "no"), remedy: Phrase("改", "change it"))
}
