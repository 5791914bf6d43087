import Access
import Facts
import Kernel
import Testing

@testable import Web

/// Programs that show a bearer token.
struct TokenVisitTests {
    private static let routes = [
        Route(.get, "/desk", summary: Phrase("测", "test"), permission: .roles([.cityOfficer])) { visit in
            .json(["scope": "\(try visit.signedIn().scope)"])
        },
        Route(.post, "/desk", summary: Phrase("测", "test"), permission: .roles([.cityOfficer])) { _ in
            .redirect("/desk")
        },
        Route(
            .get, "/outlets", summary: Phrase("测", "test"), permission: .roles([.cityOfficer, .branchOfficer])
        ) { visit in .json(["scope": "\(try visit.signedIn().scope)"]) },
        Route(.post, "/people/only", summary: Phrase("测", "test"), permission: .roles([.administrator])) { _ in
            .redirect("/people")
        },
    ]

    private func secret(
        _ stage: SiteStage, _ reach: AccessToken.Reach, _ person: Person = SiteStage.officer,
        narrowing: AccessToken.Narrowing = .none
    ) async throws -> String {
        try await stage.access.issueToken(
            for: person.id, label: "示例", reach: reach, narrowing: narrowing, days: 1, by: .system("test")
        ).secret
    }

    private func ask(
        _ stage: SiteStage, _ method: String, _ path: String, _ authorization: String, cookie: String? = nil
    ) async throws -> PlainAnswer {
        var headers = ["Authorization": authorization, "Content-Type": "application/json"]
        headers["Cookie"] = cookie
        return try await stage.site.answer(method, path, headers: headers)
    }

    /// Method, path, what the token may do, status, and the rule that refuses.
    @Test(arguments: [
        ("GET", "/desk", "read", 200, ""), ("GET", "/desk", "write", 200, ""),
        ("POST", "/desk", "write", 200, ""), ("POST", "/desk", "read", 403, "ACC-TOKEN-READS"),
        ("GET", "/people", "read", 403, "WEB-ROLE"), ("POST", "/people/only", "write", 403, "WEB-ROLE"),
        ("GET", "/account", "write", 403, "ACC-SESSION-NEEDED"),
        ("POST", "/account/password", "write", 403, "ACC-SESSION-NEEDED"),
        ("POST", "/account/tokens/revoke", "write", 403, "ACC-SESSION-NEEDED"),
    ])
    func `a token needs neither cookie nor form token, and does no more than it may`(
        method: String, path: String, reach: String, status: Int, rule: String
    ) async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let secret = try await secret(stage, try #require(AccessToken.Reach(rawValue: reach)))
        let answer = try await ask(stage, method, path, "Bearer \(secret)")
        #expect(answer.status == status && answer.body.contains(rule), "\(answer.body)")
        #expect(answer.header("content-type")?.contains("json") == true)
        #expect(answer.header("set-cookie") == nil)
    }

    @Test func `a narrowed token reaches no page that is about the whole city`() async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let region = AccessToken.Narrowing.region(RegionCode(checked: "330602"))
        let branch = try await secret(stage, .read, narrowing: region)
        let rows = try await ask(stage, "GET", "/outlets", "Bearer \(branch)")
        #expect(rows.status == 200 && rows.body.contains("330602"))
        let city = try await ask(stage, "GET", "/desk", "Bearer \(branch)")
        #expect(city.status == 403 && city.body.contains("ACC-TOKEN-NARROWED"))
        // An administrator sees no region, so that nothing would be left of a narrowed token.
        await #expect(throws: AccessRefusal.narrowingUnseen) {
            _ = try await secret(stage, .read, SiteStage.administrator, narrowing: region)
        }
    }

    @Test func `a wrong token is refused even beside a good cookie, and with it nothing else is looked at`()
        async throws
    {
        let stage = try await SiteStage(routes: Self.routes)
        let session = try await stage.access.openSession(for: SiteStage.officer.id, way: .demonstration)
        let cookie = "jianhu_session=\(session.token)"
        let good = try await secret(stage, .read)
        for wrong in ["Bearer", "Bearer x", "Basic \(good)", "Bearer \(good)0", "Bearer \(session.token)"] {
            let answer = try await ask(stage, "GET", "/desk", wrong, cookie: cookie)
            #expect(answer.status == 401 && answer.body.contains("ACC-TOKEN"), "\(wrong)")
            #expect(answer.header("www-authenticate") == "Bearer realm=\"jianhu\", error=\"invalid_token\"")
        }
        #expect(try await ask(stage, "GET", "/desk", "bearer \(good)").status == 200)
        // A session's token in a cookie is no bearer token, and a bearer token in a cookie is no session.
        let browser = Browser(site: stage.site, cookie: "jianhu_session=\(good)", csrf: "")
        #expect(try await browser.get("/desk", ["Accept": "application/json"]).status == 401)
    }

    @Test func `a token ends with its owner, and what it sent is audited`() async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let secret = try await secret(stage, .write)
        #expect(try await ask(stage, "POST", "/desk", "Bearer \(secret)").status == 200)
        let event = try #require(try await stage.access.events(AuditFilter(limit: 1)).first)
        #expect(event.way == .token && event.path == "/desk" && event.person == SiteStage.officer.id)
        try await stage.access.leave(
            SiteStage.officer.id, successor: nil, because: "示例", by: SiteStage.administrator.id)
        #expect(try await ask(stage, "GET", "/desk", "Bearer \(secret)").status == 401)
    }
}
