import Access
import Kernel
import Persistence
import Testing

@testable import Web

struct SignInTests {
    private static let credentials = ["login": "p1", "password": SiteStage.password]

    @Test func `a real installation signs in by password and leads on`() async throws {
        let stage = try await SiteStage(.real)
        let form = try await stage.stranger.get("/sign-in?next=/people")
        #expect(form.status == 200)
        #expect(form.body.contains(#"name="next" value="/people""#))

        let fields = Self.credentials.merging(["next": "/cases?state=late"]) { $1 }
        let done = try await stage.stranger.post("/sign-in", fields)
        #expect(done.status == 303)
        #expect(done.header("location") == "/cases?state=late")
        let cookie = try #require(done.header("set-cookie"))
        #expect(cookie.hasSuffix("; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax"))
        let name = try #require(cookie.split(separator: ";").first)
        let home = try await stage.stranger.get("/", ["Cookie": String(name)])
        #expect(home.header("location") == "/desk")
    }

    @Test(arguments: [
        ("https://jianhu.example.cn", "__Host-jianhu_session", true),
        ("http://jianhu.example.cn", "jianhu_session", false),
    ])
    func `the cookie is secure where the origin is`(origin: String, name: String, isSecure: Bool) async throws {
        let stage = try await SiteStage(.real, origin: origin)
        let done = try await stage.stranger.post("/sign-in", Self.credentials, ["Origin": origin])
        let cookie = try #require(done.header("set-cookie"))
        #expect(cookie.hasPrefix(name + "="))
        #expect(cookie.contains("; Secure") == isSecure)
        #expect((done.header("strict-transport-security") != nil) == isSecure)
    }

    @Test func `a wrong password keeps the login in the form, not the password, and five close it`() async throws {
        let stage = try await SiteStage(.real)
        for _ in 1...5 {
            let refused = try await stage.stranger.post("/sign-in", ["login": "p1", "password": "wrong-secret"])
            #expect(refused.status == 401)
            #expect(refused.body.contains("登录名或密码不正确"))
            #expect(refused.body.contains(#"value="p1""#))
            #expect(!refused.body.contains("wrong-secret"))
            #expect(refused.header("set-cookie") == nil)
        }
        let locked = try await stage.stranger.post("/sign-in", Self.credentials)
        #expect(locked.status == 429)
        #expect(locked.body.contains(stage.clock.now().adding(minutes: 30).civil.minuteText))
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example", #"/\evil.example"#, "javascript:alert(1)", "/x\r\nSet-Cookie: a=b",
    ])
    func `next never leads out of the site`(next: String) async throws {
        let stage = try await SiteStage(.real)
        let done = try await stage.stranger.post("/sign-in", Self.credentials.merging(["next": next]) { $1 })
        #expect(done.header("location") == "/desk")
    }

    @Test func `JSON signs in as a form does and learns the token`() async throws {
        let stage = try await SiteStage(.real)
        let body = Array(#"{"login": "p1", "password": "\#(SiteStage.password)"}"#.utf8)
        let done = try await stage.site.answer(
            "POST", "/sign-in", headers: ["Origin": "http://site.example", "Content-Type": "application/json"],
            body: body)
        #expect(done.status == 200)
        #expect(done.body.contains(#""location":"/desk""#))
        #expect(done.body.contains(#""csrf":""#))
    }

    @Test func `signing out takes the cookie back and ends the session`() async throws {
        let stage = try await SiteStage()
        let browser = try await stage.browser(of: SiteStage.officer)
        let done = try await browser.post("/sign-out")
        #expect(done.header("location") == "/demo")
        #expect(done.header("set-cookie")?.hasPrefix("jianhu_session=; Path=/; Max-Age=0;") == true)
        #expect(try await browser.get("/").header("location") == "/demo")
    }

    @Test func `an idle session leads to the sign-in page and back`() async throws {
        let stage = try await SiteStage()
        let browser = try await stage.browser(of: SiteStage.administrator)
        #expect(try await browser.get("/people").status == 200)
        stage.clock.pass(minutes: 30)
        let gone = try await browser.get("/people")
        #expect(gone.status == 303)
        #expect(gone.header("location") == "/sign-in?next=/people")
        #expect(try await browser.get("/people", ["Accept": "application/json"]).status == 401)
    }

    @Test func `a form that was sent without a session says on the sign-in page that it was not taken`() async throws {
        let stage = try await SiteStage()
        let browser = try await stage.browser(of: SiteStage.administrator)
        stage.clock.pass(minutes: 30)
        let gone = try await browser.post("/account/preferences", ["language": "zh", "size": "large"])
        #expect(gone.status == 303)
        #expect(gone.header("location") == "/sign-in?next=/&unsent=true")
        #expect(try await browser.get("/sign-in?next=/&unsent=true").body.contains("尚未提交"))
        #expect(try await !browser.get("/sign-in?next=/").body.contains("尚未提交"))
    }
}
