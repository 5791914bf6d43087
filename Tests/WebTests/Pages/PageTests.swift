import Kernel
import Testing

@testable import Web

struct PageTests {
    private static let hostile = #"<script>alert("鉴湖")</script>' onload='x"#

    private static let routes = [
        Route(.get, "/hostile", summary: Phrase("测", "test"), permission: .everyone) { _ in
            .page(TestPage(text: hostile))
        },
        Route(.get, "/things/{thing}", summary: Phrase("测", "test"), permission: .everyone) { visit in
            .page(TestPage(text: try visit.parameter("thing") + "|" + (visit.query("q") ?? "-")))
        },
        Route(.get, "/broken", summary: Phrase("测", "test"), permission: .everyone) { _ in throw Broken() },
        Route(.get, "/desk", summary: Phrase("测", "test"), permission: .roles([.cityOfficer])) { _ in
            .page(TestPage(text: "值班"))
        },
        Route(.get, "/away", summary: Phrase("测", "test"), permission: .everyone) { _ in .redirect("//evil.example") },
        Route(.get, "/table.csv", summary: Phrase("测", "test"), permission: .everyone) { _ in
            .text("甲,乙\n", contentType: "text/csv; charset=utf-8")
        },
    ]

    private struct Broken: Error {}

    @Test func `hostile text is shown, never run`() async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let page = try await stage.stranger.get("/hostile")
        #expect(page.header("content-type") == "text/html; charset=utf-8")
        #expect(!page.body.contains("<script>alert"))
        #expect(!page.body.contains("' onload='"))
        #expect(page.body.contains("&lt;script&gt;alert(&quot;鉴湖&quot;)&lt;/script&gt;"))
        let json = try await stage.stranger.get("/hostile", ["Accept": "application/json"])
        #expect(json.header("content-type") == "application/json")
        #expect(json.header("x-content-type-options") == "nosniff")
    }

    @Test(arguments: [
        ("text/html", false), ("*/*", false), ("application/json", true), ("application/json, text/html;q=0.5", true),
        ("text/html, application/json;q=0.9", false), ("application/*", true),
        ("text/*, application/json;q=0.1", false),
        ("text/html;q=0, application/json;q=0.1", true), ("text/event-stream", true),
        ("application/problem+json", true),
        ("application/json;q=0.5, */*;q=0.8", false),
    ])
    func `people get a page, programs get JSON`(accept: String, isJSON: Bool) async throws {
        #expect(Accept.prefersJSON(accept) == isJSON)
        let stage = try await SiteStage(routes: Self.routes)
        let answer = try await stage.stranger.get("/things/7", ["Accept": accept])
        #expect(answer.body.hasPrefix("{") == isJSON)
        #expect(answer.header("vary") == "Accept, Cookie")
    }

    /// Raw address, and what the page shows; nil where nothing is found.
    @Test(arguments: [
        ("/things/%E9%89%B4?q=a+b%2B", "鉴|a b+"), ("/things/a%2Fb", "a/b|-"), ("/things/a+b", "a+b|-"),
        ("/things/", nil), ("/things", nil), ("/things/a/b", nil), ("/things/%00", nil), ("/things/..", nil),
        ("/things/%2e%2e", nil), ("/things/%zz", nil), ("/things/%ff", nil),
        ("/things/" + String(repeating: "a", count: 201), nil), ("//things/a", nil),
    ])
    func `a parameter is decoded and bounded`(address: String, shown: String?) async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let answer = try await stage.stranger.get(address)
        #expect(answer.status == (shown == nil ? 404 : 200))
        if let shown { #expect(answer.body.contains("<p title=\"\(shown)\">")) }
    }

    @Test(arguments: [
        ("GET", "/nowhere", 404, "WEB-NOT-FOUND"), ("POST", "/desk", 405, "WEB-METHOD"),
        ("DELETE", "/desk", 405, "WEB-METHOD"), ("BREW", "/nowhere", 404, "WEB-NOT-FOUND"),
        ("GET", "/desk?q=%zz", 400, "WEB-QUERY"),
        ("GET", "/desk?q=" + String(repeating: "a", count: 2_048), 414, "WEB-ADDRESS"),
        ("GET", "/desk", 401, "WEB-SIGN-IN"), ("GET", "/broken", 500, "WEB-FAULT"), ("GET", "/away", 500, "WEB-FAULT"),
    ])
    func `every refusal is problem details for programs`(
        method: String, address: String, status: Int, rule: String
    ) async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let answer = try await stage.site.answer(
            method, address, headers: ["Accept": "application/json", "Origin": "http://site.example"])
        #expect(answer.status == status)
        #expect(answer.header("content-type") == "application/problem+json")
        #expect(answer.body.contains(#""rule":"\#(rule)""#))
        #expect((answer.header("allow") != nil) == (status == 405))
    }

    @Test func `a fault has a number and says nothing of its inside`() async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let (first, second) = (try await stage.stranger.get("/broken"), try await stage.stranger.get("/broken"))
        #expect(first.status == 500)
        #expect(first.body.contains("编号 F"))
        #expect(!first.body.contains("Broken"))
        #expect(first.body != second.body)
    }

    @Test(arguments: [
        "/hostile", "/nowhere", "/broken", "/desk", "/", "/healthz", "/metrics", "/table.csv", "/assets/jianhu.css",
        "/assets/nothing.css", "/sign-in", "/demo",
    ])
    func `every reply carries the policy and nothing inline`(address: String) async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let answer = try await stage.stranger.get(address)
        #expect(
            answer.header("content-security-policy") == """
                default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
                """)
        #expect(answer.header("x-content-type-options") == "nosniff")
        #expect(answer.header("referrer-policy") == "same-origin")
        if answer.header("content-type")?.hasPrefix("text/html") == true {
            #expect(!answer.body.contains("<style"))
            #expect(!answer.body.contains(" style="))
            #expect(!answer.body.contains("<script>"))
            #expect(!answer.body.contains(" onclick="))
            #expect(answer.header("cache-control") == "no-store")
        }
    }

    @Test func `HEAD answers as GET does, without the body`() async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let (head, get) = (
            try await stage.site.answer("HEAD", "/table.csv"), try await stage.site.answer("GET", "/table.csv")
        )
        #expect(head.status == get.status)
        #expect(head.header("content-length") == get.header("content-length"))
        #expect(head.body.isEmpty)
        #expect(get.body == "甲,乙\n")
    }

    @Test func `the language is switched, remembered, and kept out of the page's own query`() async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let chinese = try await stage.stranger.get("/things/7?q=x")
        #expect(chinese.body.contains(#"<html lang="zh-CN">"#))
        #expect(chinese.body.contains("<b>词</b>"))
        #expect(chinese.body.contains(#"href="/things/7?q=x&amp;lang=en""#))
        let english = try await stage.stranger.get("/things/7?q=x&lang=en")
        #expect(english.body.contains("<b>word</b>"))
        #expect(english.body.contains(#"href="/things/7?q=x&amp;lang=zh""#))
        #expect(english.header("content-language") == "en")
        #expect(english.header("set-cookie") == "lang=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax")
        #expect(try await stage.stranger.get("/things/7", ["Cookie": "lang=en"]).body.contains("Test page"))
        #expect(try await stage.stranger.get("/things/7?lang=fr").header("set-cookie") == nil)
        #expect(try await stage.stranger.get("/nowhere?lang=en").body.contains("Not found"))
        #expect(try await stage.stranger.get("/things/7?type=large").body.contains(#"lang="zh-CN" class="large""#))
    }

    @Test func `the frame shows who is here and where they may go`() async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let officer = try await stage.browser(of: SiteStage.officer).get("/desk")
        let link = #"<a href="/desk" aria-current="page">值班台</a>"#
        for part in ["张示例", "市局执法人员", link, #"action="/sign-out""#] {
            #expect(officer.body.contains(part))
        }
        let manager = try await stage.browser(of: SiteStage.manager).get("/hostile")
        #expect(!manager.body.contains("值班台"))
    }

    @Test func `the administrator sees people and sign-ins, others do not`() async throws {
        let stage = try await SiteStage()
        let page = try await stage.browser(of: SiteStage.administrator).get("/people")
        for part in ["张示例", "E001", "演示登录", "系统管理员"] { #expect(page.body.contains(part)) }
        #expect(try await stage.browser(of: SiteStage.officer).get("/people").status == 403)
        let json = try await stage.browser(of: SiteStage.administrator).get("/people", ["Accept": "application/json"])
        #expect(json.body.contains(#""role":"administrator""#))
        #expect(!json.body.contains("scrypt"))
    }

    @Test func `operators are told health and figures by route, never by address`() async throws {
        let stage = try await SiteStage(routes: Self.routes)
        stage.metrics.addGauge("jianhu_test_frames", help: "Frames of the test.") { 42 }
        stage.metrics.addCounter("jianhu_test_seen_total", help: "Things seen.") { 7 }
        _ = try await stage.stranger.get("/things/secret-name")
        #expect(try await stage.stranger.get("/healthz").body == #"{"status":"ok"}"#)
        let figures = try await stage.stranger.get("/metrics")
        #expect(figures.header("content-type")?.hasPrefix("text/plain; version=0.0.4") == true)
        #expect(
            figures.body.contains(
                #"jianhu_http_requests_total{route="/things/{thing}",method="GET",status="2xx"} 1"#))
        #expect(figures.body.contains("# TYPE jianhu_test_frames gauge\njianhu_test_frames 42\n"))
        #expect(figures.body.contains("# TYPE jianhu_test_seen_total counter\njianhu_test_seen_total 7\n"))
        #expect(figures.body.contains(#"jianhu_http_request_duration_seconds_count{route="/things/{thing}"} 1"#))
        #expect(!figures.body.contains("secret-name"))
    }
}
