import Kernel
import Synchronization
import Testing

@testable import Web

struct FormTests {
    /// A refusal of a context.
    private struct AlreadyClosed: DescribedRefusal {
        let problem = Problem(
            status: 409, rule: "TST-01", what: Phrase("案件已办结", "the case is closed"),
            remedy: Phrase("请刷新", "load it again"))
    }

    private let taken = Taken()

    /// What the handler was given.
    private final class Taken: Sendable {
        let forms = Mutex<[[String: String]]>([])
    }

    private var routes: [Route] {
        let handler: Route.Handler = { [taken] visit in
            if visit.form["reason"] == "closed" { throw AlreadyClosed() }
            taken.forms.withLock { $0.append(visit.form) }
            return .redirect("/notes")
        }
        return [
            Route(.get, "/notes", summary: Phrase("便条", "notes"), permission: .signedIn) { _ in
                .page(TestPage(text: "空"))
            },
            Route(
                .post, "/notes", summary: Phrase("写", "write"), permission: .roles([.cityOfficer]),
                fields: TestPage.fields,
                onRefusal: { visit in .page(TestPage(text: "再来", refused: visit.refused)) }, handler: handler),
            Route(
                .post, "/bare", summary: Phrase("写", "write"), permission: .signedIn, fields: TestPage.fields,
                handler: handler),
        ]
    }

    @Test func `what is accepted reaches the handler trimmed and in bounds`() async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let done = try await browser.post("/notes", ["reason": "  二十个字以内\r\n第二行 ", "level": "red"])
        #expect(done.status == 303)
        #expect(done.header("location") == "/notes")
        #expect(taken.forms.withLock { $0 } == [["reason": "二十个字以内\n第二行", "level": "red"]])
    }

    @Test func `the page comes back with the problem beside its field and what was typed`() async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let long = String(repeating: "长", count: 21)
        let refused = try await browser.post("/notes", ["reason": long, "level": "green"])
        #expect(refused.status == 422)
        #expect(refused.body.contains("再来"))
        #expect(refused.body.contains(">\(long)</textarea>"))
        #expect(refused.body.contains("“理由”超过 20 个字"))
        #expect(refused.body.contains("“等级”不是可选的值"))
        #expect(refused.body.contains(#"aria-describedby="field-reason-problem" aria-invalid="true""#))
        #expect(refused.body.contains("WEB-FIELD-LENGTH"))
        #expect(taken.forms.withLock { $0 }.isEmpty)
    }

    @Test(
        arguments: [
            (" １，２３４．５ ", "1234.5", nil), ("", nil, "WEB-FIELD-REQUIRED"), ("　", nil, "WEB-FIELD-REQUIRED"),
            ("十二", nil, "WEB-FIELD-NUMBER"), ("1,234,567.5", nil, "WEB-FIELD-LENGTH"),
        ] as [(String, String?, String?)])
    func `a number is taken as people type it, or refused with what was typed`(
        typed: String, taken: String?, rule: String?
    ) {
        let field = FormField(name: "n", label: Phrase("数", "number"), kind: .number(max: 8), required: true)
        let answer = FormValidator(fields: [field]).accept(FormBody(values: ["n": typed]))
        switch answer {
        case .success(let values): #expect(values["n"] == taken && rule == nil)
        case .failure(let refused):
            #expect(refused.problems.map(\.rule) == [rule] && refused.typed["n"] == typed && taken == nil)
            if rule == "WEB-FIELD-NUMBER" { #expect(refused.problems.first?.what.zh.contains(typed) == true) }
        }
    }

    @Test func `a context's refusal comes back the same way, with its own status`() async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let refused = try await browser.post("/notes", ["reason": "closed"])
        #expect(refused.status == 409)
        #expect(refused.body.contains(">closed</textarea>"))
        #expect(refused.body.contains("案件已办结"))
        #expect(refused.body.contains("TST-01"))
    }

    @Test func `without a way back the problem page names field, rule and remedy`() async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let refused = try await browser.post("/bare", ["reason": ""])
        #expect(refused.status == 422)
        for part in ["“理由”尚未填写", "<dd>理由</dd>", "WEB-FIELD-REQUIRED", "请填写后再提交"] {
            #expect(refused.body.contains(part))
        }
    }

    @Test func `JSON gets problem details with all that is wrong, whatever the way back`() async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let refused = try await stage.site.answer(
            "POST", "/notes?lang=en",
            headers: [
                "Origin": "http://site.example", "Content-Type": "application/json", "X-CSRF-Token": browser.csrf,
                "Cookie": browser.cookie ?? "",
            ], body: Array(#"{"level": "green", "colour": 7, "reason": null}"#.utf8))
        #expect(refused.status == 422)
        #expect(refused.header("content-type") == "application/problem+json")
        let expected = """
            {"detail":"“Reason” is missing","field":"reason","instance":"/notes","problems":[\
            {"detail":"“Reason” is missing","field":"reason","remedy":"fill it in and send again",\
            "rule":"WEB-FIELD-REQUIRED"},\
            {"detail":"“Level” is none of the choices","field":"level","remedy":"choose one of those listed",\
            "rule":"WEB-FIELD-CHOICE"},\
            {"detail":"there is a field that nobody here knows","field":"colour",\
            "remedy":"check how the field's name is spelt","rule":"WEB-FIELD-UNKNOWN"}],\
            "remedy":"fill it in and send again","rule":"WEB-FIELD-REQUIRED","status":422,\
            "title":"Not accepted","type":"urn:jianhu:problem:WEB-FIELD-REQUIRED"}
            """
        #expect(refused.body == expected)
    }

    @Test func `JSON that is accepted learns where to go on`() async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let done = try await stage.site.answer(
            "POST", "/notes",
            headers: [
                "Origin": "http://site.example", "Content-Type": "application/json", "Cookie": browser.cookie ?? "",
            ], body: Array(#"{"csrf": "\#(browser.csrf)", "reason": "好"}"#.utf8))
        #expect(done.status == 200)
        #expect(done.body == #"{"location":"/notes"}"#)
    }

    /// Forgeries: what the form carries, what the browser says of its origin, and the rule that refuses.
    @Test(
        arguments: [
            (["csrf": ""], [:], "WEB-CSRF"), (["csrf": String(repeating: "0", count: 64)], [:], "WEB-CSRF"),
            ([:], ["Origin": "http://evil.example"], "WEB-ORIGIN"), ([:], ["Origin": "null"], "WEB-ORIGIN"),
            ([:], ["Origin": ""], "WEB-ORIGIN"),
            ([:], ["Origin": "", "Referer": "http://evil.example/notes"], "WEB-ORIGIN"),
            ([:], ["Origin": "https://site.example"], "WEB-ORIGIN"),
            ([:], ["Origin": "http://site.example.evil.example"], "WEB-ORIGIN"),
        ] as [([String: String], [String: String], String)])
    func `a forged form is refused`(fields: [String: String], headers: [String: String], rule: String) async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let refused = try await browser.post("/notes", fields.merging(["reason": "好"]) { $1 }, headers)
        #expect(refused.status == 403)
        #expect(refused.body.contains(rule))
        #expect(taken.forms.withLock { $0 }.isEmpty)
    }

    @Test func `a referer of this site stands in for a missing origin`() async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let headers = ["Origin": "", "Referer": "http://site.example/notes?x=1"]
        #expect(try await browser.post("/notes", ["reason": "好"], headers).status == 303)
    }

    @Test func `another session's token is worth nothing`() async throws {
        let stage = try await SiteStage(routes: routes)
        let (browser, other) = (
            try await stage.browser(of: SiteStage.officer), try await stage.browser(of: SiteStage.officer)
        )
        #expect(try await browser.post("/notes", ["csrf": other.csrf, "reason": "好"]).status == 403)
    }

    @Test(arguments: [
        ("text/plain", "reason=x", 415), ("multipart/form-data; boundary=x", "x", 415), ("", "reason=x", 415),
        ("application/json", "[1]", 400),
        ("application/json", #"{"reason": 1.0000000000000000000000000000000000000001}"#, 400),
        ("application/json", #"{"reason": {"a": 1}}"#, 400), ("application/x-www-form-urlencoded", "reason=%zz", 400),
        ("application/x-www-form-urlencoded", "reason=%ff", 400),
        ("application/x-www-form-urlencoded", "reason=a&reason=b", 400),
        ("application/x-www-form-urlencoded; charset=UTF-8", "reason=a", 303),
    ])
    func `a body in another form is refused by name`(contentType: String, body: String, status: Int) async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let headers = [
            "Origin": "http://site.example", "Content-Type": contentType, "Cookie": browser.cookie ?? "",
            "X-CSRF-Token": browser.csrf, "Accept": "text/html",
        ].filter { !$0.value.isEmpty }
        let answer = try await stage.site.answer("POST", "/notes", headers: headers, body: Array(body.utf8))
        #expect(answer.status == status)
    }

    @Test(arguments: [(256 * 1_024, 422), (256 * 1_024 + 1, 413)])
    func `a body has 256 KB at most`(size: Int, status: Int) async throws {
        let stage = try await SiteStage(routes: routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let start = "csrf=\(browser.csrf)&reason="
        let body = Array((start + String(repeating: "a", count: size - start.utf8.count)).utf8)
        let headers = [
            "Origin": "http://site.example", "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": browser.cookie ?? "",
        ]
        #expect(try await stage.site.answer("POST", "/notes", headers: headers, body: body).status == status)
    }

    @Test func `a role that may not is told so, and nobody is asked to sign in`() async throws {
        let stage = try await SiteStage(routes: routes)
        let manager = try await stage.browser(of: SiteStage.manager)
        let refused = try await manager.post("/notes", ["reason": "好"])
        #expect(refused.status == 403)
        #expect(refused.body.contains("WEB-ROLE"))
        let stranger = try await stage.stranger.post(
            "/notes", ["reason": "好"], ["Referer": "http://site.example/notes?a=1"])
        #expect(stranger.status == 303)
        #expect(stranger.header("location") == "/sign-in?next=/notes&unsent=true")
        #expect(taken.forms.withLock { $0 }.isEmpty)
    }
}
