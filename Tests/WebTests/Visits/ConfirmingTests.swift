import Kernel
import Synchronization
import Testing

@testable import Web

/// A form whose act is asked for once more: what it is about, what follows, and the same answers behind the button.
struct ConfirmingTests {
    private let taken = Taken()

    private final class Taken: Sendable {
        let forms = Mutex<[[String: String]]>([])
    }

    private var routes: [Route] {
        [
            Route(
                .post, "/notes", summary: Phrase("终止", "end"), permission: .signedIn, fields: TestPage.fields,
                onRefusal: { visit in .page(TestPage(text: "再来", refused: visit.refused)) },
                handler: { [taken] visit in
                    taken.forms.withLock { $0.append(visit.form) }
                    return .redirect("/notes")
                }
            ).confirming { visit in
                guard visit.form["reason"] != "unknown" else {
                    throw Problem(
                        status: 404, rule: "X-UNKNOWN", field: "reason", what: Phrase("没有此项", "there is no such"),
                        remedy: Phrase("请更正", "correct it"))
                }
                return Asked(
                    subject: Phrase("第 <1> 项", "item <1>"), consequence: Phrase("不能恢复。", "It cannot be revived."))
            }
        ]
    }

    private let form = ["reason": "<b>", "level": "red"]

    @Test func `a person is asked first, and the same answers are taken when they are sent on`() async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let asked = try await browser.post("/notes", form)
        #expect(asked.status == 200 && asked.body.contains("第 &lt;1&gt; 项") && asked.body.contains("不能恢复。"))
        #expect(asked.body.contains(#"name="reason" value="&lt;b&gt;""#))
        #expect(taken.forms.withLock { $0.isEmpty })
        #expect(try await browser.post("/notes", form.merging(["checked": "true"]) { $1 }).status == 303)
        #expect(taken.forms.withLock { $0 } == [form])
    }

    @Test func `what is not there is refused beside its field before anything is asked`() async throws {
        let stage = try await SiteStage(routes: routes)
        let refused = try await stage.browser(of: SiteStage.officer).post(
            "/notes", ["reason": "unknown", "level": "red"])
        #expect(refused.status == 404 && refused.body.contains("再来") && refused.body.contains("没有此项"))
        #expect(taken.forms.withLock { $0.isEmpty })
    }

    @Test func `a program is taken at its word`() async throws {
        let stage = try await SiteStage(routes: routes)
        let json = ["Accept": "application/json"]
        #expect(try await stage.browser(of: SiteStage.officer).post("/notes", form, json).status == 200)
        #expect(taken.forms.withLock { $0.count } == 1)
    }
}
