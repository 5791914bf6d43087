import Access
import Facts
import Kernel
import Testing

@testable import Web

/// Three administrators, each with pages of their own.
struct AdministratorsApartTests {
    private static let security = Person(
        id: PersonID(checked: "S1"), login: Login(checked: "s1"), name: "安示例", post: .securityAdministrator)
    private static let audit = Person(
        id: PersonID(checked: "U1"), login: Login(checked: "u1"), name: "审示例", post: .auditAdministrator)
    private static let bureau = OrganisationID(checked: "BUREAU")

    private func stage() async throws -> SiteStage {
        let stage = try await SiteStage()
        try await stage.access.record(
            try Organisation(id: Self.bureau, name: "市局（示例）", kind: .cityBureau), by: .system("test"))
        for person in [Self.security, Self.audit] { try await stage.access.admit(person, password: nil) }
        return stage
    }

    private func everybody(_ stage: SiteStage) async throws -> [Role: Browser] {
        var browsers: [Role: Browser] = [:]
        for person in [SiteStage.officer, SiteStage.manager, SiteStage.administrator, Self.security, Self.audit] {
            browsers[person.role] = try await stage.browser(of: person)
        }
        return browsers
    }

    @Test(
        arguments: [
            ("/organisations", [.administrator]), ("/people", [.administrator, .securityAdministrator]),
            ("/people/P1", [.administrator, .securityAdministrator]), ("/certificates", [.administrator]),
            ("/tokens", [.securityAdministrator]), ("/audit", [.auditAdministrator]),
            ("/audit/journal", [.auditAdministrator]), ("/audit.csv", [.auditAdministrator]),
            ("/audit/journal.csv", [.auditAdministrator]),
        ] as [(String, Set<Role>)])
    func `each page is for its administrator`(page: String, roles: Set<Role>) async throws {
        for (role, browser) in try await everybody(try await stage()) {
            #expect(try await browser.get(page).status == (roles.contains(role) ? 200 : 403), "\(role)")
        }
    }

    @Test(
        arguments: [
            ("/organisations", [.administrator]), ("/people", [.administrator]), ("/people/P2/leave", [.administrator]),
            ("/people/P2/move", [.administrator]),
            ("/people/P2/grant", [.securityAdministrator]), ("/people/P2/reset-password", [.securityAdministrator]),
            ("/people/P2/reset-factor", [.securityAdministrator]), ("/people/P2/unlock", [.securityAdministrator]),
            ("/people/P2/end-sessions", [.securityAdministrator]), ("/tokens", [.securityAdministrator]),
            ("/tokens/revoke", [.securityAdministrator]),
        ] as [(String, Set<Role>)])
    func `each act is for its administrator`(path: String, roles: Set<Role>) async throws {
        for (role, browser) in try await everybody(try await stage()) where !roles.contains(role) {
            let answer = try await browser.post(path, [:], ["Accept": "application/json"])
            #expect(answer.status == 403 && answer.body.contains("WEB-ROLE"), "\(role)")
        }
    }

    @Test func `a token is made on the page, shown once, only reads, and is in the trail of acts`() async throws {
        let stage = try await stage()
        let security = try await stage.browser(of: Self.security)
        let form = ["person": "p1", "label": "示例接口", "days": "30"]
        for (field, value, rule) in [
            ("person", "nobody", "ACC-PERSON"), ("days", "367", "ACC-TOKEN-LIFE"),
            ("narrowing", "E404", "ACC-TOKEN-NARROWING"), ("narrowing", "no code", "ACC-TOKEN-NARROWING"),
        ] {
            let refused = try await security.post("/tokens", form.merging([field: value]) { $1 })
            #expect(refused.body.contains(rule) && refused.body.contains("role=\"alert\""), "\(field) \(value)")
        }
        let made = try await security.post("/tokens", form)
        let secret = try #require(made.body.firstMatch(of: /<code class="secret">(jianhu_[0-9a-f]{64})<\/code>/)).1
        let visitor = try #require(try await stage.access.visitor(bearer: String(secret)))
        #expect(visitor.actor.person == SiteStage.officer.id && visitor.proof == .token(.read))
        #expect(try await !security.get("/tokens").body.contains(secret))
        let acts = try await stage.access.events(AuditFilter(limit: 5))
        #expect(acts.contains { $0.path == "/tokens" && $0.status == 200 })
    }

    @Test func `a person comes by two administrators, and goes by one`() async throws {
        let stage = try await stage()
        let (system, security) = (
            try await stage.browser(of: SiteStage.administrator), try await stage.browser(of: Self.security)
        )
        let entered = try await system.post(
            "/people", ["name": "新示例", "login": "new", "organisation": "BUREAU", "role": "city-officer"])
        let path = try #require(entered.header("location"))
        let page = try await system.get(path).body
        #expect(page.contains("待授权") && !page.contains("授予角色"))
        let granted = try await security.post(path + "/grant", ["role": "city-officer"])
        let start = try #require(granted.body.firstMatch(of: /<code class="secret">([a-z2-7-]{24})<\/code>/)).1
        let signedIn = try await stage.access.signIn(login: "new", password: String(start))
        #expect(signedIn.owed == .password)
        let again = try await security.get(path).body
        #expect(again.contains("在岗") && !again.contains(start))
        let move = ["organisation": "BUREAU", "moveRole": "city-officer", "moveReason": "轮岗"]
        let same = try await system.post(path + "/move", move)
        #expect(same.status == 422 && same.body.contains("ACC-ORGANISATION-SAME"))
        let refused = try await security.post(path + "/grant", ["role": "branch-officer"])
        #expect(refused.status == 422 && refused.body.contains("ACC-ROLE"))
        #expect(try await system.post(path + "/leave", ["reason": ""]).status == 422)
        // What cannot be taken back is shown once more before it is taken.
        let sent = try await system.post(path + "/leave", ["reason": "调离"])
        let asked = try await system.get(try #require(sent.header("location")))
        #expect(asked.status == 200 && asked.body.contains("尚未执行"))
        #expect(asked.body.contains("新示例（new）") && asked.body.contains("没有未办任务"))
        let leaving = ["reason": "调离", "checked": "true"]
        #expect(try await system.post(path + "/leave", leaving).header("location") == path)
        #expect(try await system.get(path).body.contains("已离岗"))
        #expect(try await stage.access.visitor(token: signedIn.token) == nil)
    }

    @Test func `what cannot be taken back is asked for first, and asking changes nothing`() async throws {
        let stage = try await stage()
        let security = try await stage.browser(of: Self.security)
        let person = try await security.get("/people/P2").body
        for act in ["reset-password", "end-sessions", "reset-factor"] {
            #expect(!person.contains(#"method="post" action="/people/P2/\#(act)""#))
            let page = try await security.get("/people/P2/\(act)")
            #expect(page.status == 200 && page.body.contains("王示例（p2）") && !page.body.contains("class=\"secret\""))
            #expect(page.body.contains(#"<form method="post" action="/people/P2/\#(act)">"#))
            #expect(try await security.get("/people/P9/\(act)").status == 404, "\(act)")
            // A form of a browser that did not come from that page gets it first.
            let sent = try await security.post("/people/P2/\(act)")
            #expect(sent.status == 200 && sent.body.contains(#"name="checked" value="true""#), "\(act)")
            #expect(!sent.body.contains("class=\"secret\""))
        }
        #expect(person.contains(#"<form method="get" action="/people/P2/reset-password">"#))
        #expect(try await security.get("/tokens/revoke?token=T-NONE").status >= 400)
        let others = try await security.get("/account/sessions/end-others")
        #expect(others.body.contains("除本会话外") && others.body.contains("href=\"/account\""))
    }

    @Test func `nobody acts on themselves`() async throws {
        let stage = try await stage()
        let security = try await stage.browser(of: Self.security)
        for act in ["reset-password", "unlock", "reset-factor"] {
            let answer = try await security.post("/people/S1/\(act)", ["checked": "true"])
            #expect(answer.status == 403 && answer.body.contains("ACC-ONESELF"), "\(act)")
        }
        let system = try await stage.browser(of: SiteStage.administrator)
        let answer = try await system.post("/people/P3/leave", ["reason": "示例", "checked": "true"])
        #expect(answer.status == 403 && answer.body.contains("ACC-ONESELF"))
        #expect(try await system.get("/people/P3").body.contains("这是您本人"))
    }

    @Test func `the audit shows each form with its sender and outcome, filters by the address, and exports`()
        async throws
    {
        let stage = try await stage()
        let system = try await stage.browser(of: SiteStage.administrator)
        let audit = try await stage.browser(of: Self.audit)
        _ = try await system.post(
            "/organisations", ["organisation": "BANK", "name": "=银行\"示例\"", "kind": "bank"])
        _ = try await system.post("/tokens/revoke", ["token": "T-NONE"])
        let page = try await audit.get("/audit?person=P3&what=/organisations")
        #expect(page.body.contains("/organisations") && page.body.contains("会话 303"))
        #expect(!page.body.contains("/tokens/revoke") && page.body.contains("value=\"P3\""))
        #expect(page.body.contains("/audit.csv?person=P3&amp;what=/organisations"))
        let all = try await audit.get("/audit").body
        #expect(all.contains("会话 403") && all.contains("登录 200") && all.contains("program"))
        let table = try await audit.get("/audit.csv?what=/organisations")
        #expect(table.header("content-type") == "text/csv; charset=utf-8")
        #expect(table.body.hasPrefix("\u{FEFF}\"序号\",\"时间\""))
        #expect(table.body.split(separator: "\r\n").count == 2)
        let facts = try await audit.get("/audit/journal.csv?what=access.organisation")
        #expect(facts.body.contains("\"access.organisation-recorded\",\"BANK\",\"{\"\"name\"\":\"\"=银行"))
        #expect(try await audit.get("/audit?from=2026-13-01").status == 422)
        #expect(try await audit.get("/audit?person=%E5%BC%A0").status == 422)
        let none = try await audit.get("/audit?until=2020-01-01").body
        #expect(none.contains("没有符合条件的记录"))
    }

    @Test func `a long trail is read page by page`() async throws {
        let stage = try await stage()
        for number in 1...230 {
            try await stage.access.note(
                AccessEvent(
                    at: stage.clock.now(), person: nil, way: .session, address: "::1", path: "/x\(number)", status: 200)
            )
        }
        let audit = try await stage.browser(of: Self.audit)
        var (address, seen): (String?, [String]) = ("/audit?what=/x", [])
        while let next = address {
            let body = try await audit.get(next, ["Accept": "application/json"]).body
            seen += body.matches(of: /"what":"\/x(\d+)"/).map { String($0.1) }
            address = body.firstMatch(of: /"next":"([^"]+)"/).map { String($0.1) }
        }
        #expect(seen == (1...230).reversed().map(String.init))
    }

    @Test func `people see their own sessions and end them`() async throws {
        let stage = try await stage()
        let (browser, other) = (
            try await stage.browser(of: SiteStage.officer), try await stage.browser(of: SiteStage.officer)
        )
        let page = try await browser.get("/account")
        #expect(page.body.contains("本会话") && page.body.contains("结束其他全部会话"))
        let reference = try #require(page.body.firstMatch(of: /name="session" value="([0-9a-f]{16})"/)).1
        #expect(try await browser.post("/account/sessions/end", ["session": String(reference)]).status == 303)
        #expect(try await other.get("/account", ["Accept": "application/json"]).status == 401)
        #expect(try await browser.post("/account/sessions/end-others", ["checked": "true"]).status == 303)
        #expect(try await browser.get("/account").status == 200)
        let english = try await browser.get("/account?lang=en").body
        #expect(english.contains("My sessions") && !english.contains("我的会话"))
    }
}
