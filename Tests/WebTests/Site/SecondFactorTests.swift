import Access
import Kernel
import Persistence
import Testing

@testable import Web

/// The second step of signing in, as a browser goes through it.
struct SecondFactorTests {
    private static let administrator = Person(
        id: PersonID(checked: "P8"), login: Login(checked: "p8"), name: "钱示例", post: .securityAdministrator)

    private func stage() async throws -> SiteStage {
        let stage = try await SiteStage(.real)
        try await stage.access.admit(Self.administrator, password: SiteStage.password)
        return stage
    }

    private func signIn(_ stage: SiteStage) async throws -> (browser: Browser, location: String?) {
        let done = try await stage.stranger.post("/sign-in", ["login": "p8", "password": SiteStage.password])
        return (try await browser(done, stage), done.header("location"))
    }

    private func browser(_ answer: PlainAnswer, _ stage: SiteStage) async throws -> Browser {
        let cookie = try #require(answer.header("set-cookie")?.split(separator: ";").first.map(String.init))
        let token = String(cookie.dropFirst("jianhu_session=".count))
        let visitor = try #require(try await stage.access.visitor(token: token))
        return Browser(site: stage.site, cookie: cookie, csrf: visitor.csrfToken)
    }

    /// The code that the app of an enrolment shows at a moment.
    private func code(_ page: PlainAnswer, _ stage: SiteStage) throws -> (secret: [UInt8], code: String) {
        let letters = try #require(page.body.firstMatch(of: /<code class="secret">([A-Z2-7 ]+)<\/code>/)).1
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = letters.filter { $0 != " " }.flatMap { letter in
            (0..<5).reversed().map { (alphabet.firstIndex(of: letter) ?? 0) >> $0 & 1 }
        }
        let secret = (0..<(bits.count / 8)).map { byte in
            bits[(byte * 8)..<(byte * 8 + 8)].reduce(UInt8(0)) { $0 << 1 | UInt8($1) }
        }
        return (secret, try code(secret, stage))
    }

    private func code(_ secret: [UInt8], _ stage: SiteStage) throws -> String {
        try #require(OneTimeCode.code(secret: secret, counter: OneTimeCode.step(at: stage.clock.now())))
    }

    @Test func `an administrator reaches the enrolment and nothing else, then needs the code each time`() async throws {
        let stage = try await stage()
        let (first, location) = try await signIn(stage)
        #expect(location == "/account/second-factor")
        for path in ["/people", "/tokens", "/account", "/account/password", "/sign-in/code"] {
            #expect(try await first.get(path).header("location") == "/account/second-factor", "\(path)")
            let json = try await first.get(path, ["Accept": "application/json"])
            #expect(json.status == 403 && json.body.contains("ACC-FACTOR-OWED"), "\(path)")
        }
        #expect(try await first.get("/").header("location") == "/account/second-factor")
        let page = try await first.get("/account/second-factor")
        #expect(page.body.contains("<svg class=\"qr\"") && !page.body.contains("href=\"/people\""))
        let (secret, code) = try code(page, stage)
        let wrong = try await first.post("/account/second-factor", ["code": "000000"])
        #expect(wrong.status == 422 && wrong.body.contains("ACC-CODE") && wrong.body.contains("<svg"))
        let done = try await first.post("/account/second-factor", ["code": code])
        #expect(done.status == 200 && done.body.matches(of: /<code class="secret">/).count == 10)
        #expect(try await first.get("/people").status == 200)

        stage.clock.pass(minutes: 1)
        let (second, next) = try await signIn(stage)
        #expect(next == "/sign-in/code")
        for path in ["/people", "/account", "/account/second-factor"] {
            #expect(try await second.get(path).header("location") == "/sign-in/code?next=\(path)", "\(path)")
        }
        let form = try await second.get("/sign-in/code?next=/tokens")
        #expect(form.status == 200 && form.body.contains("name=\"code\""))
        #expect(form.body.contains("name=\"next\" value=\"/tokens\""))
        let refused = try await second.post("/sign-in/code", ["code": "000000"])
        #expect(refused.status == 401 && refused.body.contains("ACC-CODE"))
        let entered = try await second.post(
            "/sign-in/code", ["code": try self.code(secret, stage), "next": "/tokens"])
        #expect(entered.header("location") == "/tokens")
        #expect(try await browser(entered, stage).get("/people").status == 200)
        #expect(try await second.get("/people").header("location") == "/sign-in?next=/people")
    }

    @Test func `without a wish the code leads to the first page, and never out of the site`() async throws {
        for next in [nil, "https://evil.example/", "//evil.example"] {
            let stage = try await stage()
            let (first, _) = try await signIn(stage)
            let (secret, code) = try code(try await first.get("/account/second-factor"), stage)
            _ = try await first.post("/account/second-factor", ["code": code])
            stage.clock.pass(minutes: 1)
            let (second, _) = try await signIn(stage)
            var form = ["code": try self.code(secret, stage)]
            form["next"] = next
            #expect(try await second.post("/sign-in/code", form).header("location") == "/people")
        }
    }

    @Test func `who owes something is nobody on open pages, and may sign out`() async throws {
        let stage = try await stage()
        let (browser, _) = try await signIn(stage)
        #expect(try await browser.get("/").header("location") == "/account/second-factor")
        #expect(try await browser.get("/sign-in").status == 200)
        #expect(try await browser.post("/sign-out").header("location") == "/sign-in")
        #expect(try await browser.get("/account/second-factor").header("location")?.hasPrefix("/sign-in?") == true)
    }

    @Test func `a start password leads to the page that changes it`() async throws {
        let stage = try await SiteStage(.real)
        let person = Person(
            id: PersonID(checked: "P7"), login: Login(checked: "p8"), name: "孙示例", post: .cityOfficer)
        try await stage.access.admit(person, password: SiteStage.password, owesPassword: true)
        let (browser, location) = try await signIn(stage)
        #expect(location == "/account/password")
        #expect(try await browser.get("/account").header("location") == "/account/password")
        let new = "another lake, another mirror"
        let rows: [([String: String], Int, String)] = [
            (["present": "guess", "fresh": new, "again": new], 422, "ACC-PASSWORD"),
            (["present": SiteStage.password, "fresh": new, "again": new + "!"], 422, "ACC-PASSWORD-TWICE"),
            (["present": SiteStage.password, "fresh": "short", "again": "short"], 422, "ACC-PASSWORD-RULE"),
            (["present": SiteStage.password, "fresh": new, "again": new], 303, ""),
        ]
        for (form, status, rule) in rows {
            let answer = try await browser.post("/account/password", form)
            #expect(answer.status == status && (rule.isEmpty || answer.body.contains(rule)), "\(rule)")
            #expect(!answer.body.contains(new))
        }
        #expect(try await browser.get("/account").status == 200)
    }
}
