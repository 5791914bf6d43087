import Access
import Kernel
import Persistence
import Testing

@testable import Web

/// Language and type: what the address says counts before what the browser remembers, and that before the profile.
struct PreferenceTests {
    /// The address, the browser's cookie, the profile, and the language that counts.
    @Test(
        arguments: [nil, "zh", "en"] as [String?], [nil, "zh", "en"] as [String?])
    func `the nearest word counts`(cookie: String?, profile: String?) async throws {
        let stage = try await SiteStage()
        try await stage.access.setPreferences(
            Preferences(language: profile.flatMap(Language.init), hasLargeType: profile.map { $0 == "en" }),
            of: SiteStage.officer.id)
        let session = try await stage.access.openSession(for: SiteStage.officer.id, way: .demonstration)
        var cookies = "jianhu_session=\(session.token)"
        if let cookie { cookies += "; lang=\(cookie)" }
        let browser = Browser(site: stage.site, cookie: cookies, csrf: session.csrfToken)
        for address in [nil, "zh", "en"] as [String?] {
            let page = try await browser.get("/account" + (address.map { "?lang=\($0)" } ?? ""))
            let expected = address ?? cookie ?? profile ?? "zh"
            #expect(page.header("content-language") == (expected == "zh" ? "zh-CN" : "en"))
            #expect(page.body.contains("class=\"large\"") == (profile == "en"))
        }
    }

    @Test func `the profile is kept by a form, counts at once, and is handed to the next browser at the sign-in`()
        async throws
    {
        let stage = try await SiteStage(.real)
        let session = try await stage.access.signIn(login: "p1", password: SiteStage.password)
        let browser = Browser(
            site: stage.site, cookie: "jianhu_session=\(session.token)", csrf: session.csrfToken)
        let kept = try await browser.post("/account/preferences", ["language": "en", "size": "large"])
        #expect(kept.header("location") == "/account?lang=en&type=large")
        #expect(try await browser.post("/account/preferences", ["language": "fr", "size": "large"]).status == 422)
        let known = try await stage.access.preferences(of: SiteStage.officer.id)
        #expect(known == Preferences(language: .english, hasLargeType: true))
        let other = try await stage.stranger.post(
            "/sign-in", ["login": "p1", "password": SiteStage.password])
        let cookies = other.headers.filter { $0.name == "set-cookie" }.map(\.value)
        #expect(cookies.contains { $0.hasPrefix("lang=en;") } && cookies.contains { $0.hasPrefix("type=large;") })
        let events = try await stage.access.events(
            AuditFilter(person: nil, beginning: "/account/preferences", from: nil, until: nil, before: nil, limit: 9))
        #expect(events.map(\.status) == [422, 303], "the act is kept for the audit")
    }
}
