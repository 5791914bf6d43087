import Access
import Kernel
import Persistence
import Testing

@testable import Web

struct DemonstrationTests {
    @Test func `one click makes anybody of anybody`() async throws {
        let stage = try await SiteStage()
        #expect(try await stage.stranger.get("/").header("location") == "/demo")
        let page = try await stage.stranger.get("/demo")
        #expect(page.body.contains("张示例"))
        #expect(page.body.contains("E001"))
        #expect(page.body.contains("演示数据 · 示例"))

        let homes = [
            SiteStage.officer: "/desk", SiteStage.manager: "/enterprises/E001", SiteStage.administrator: "/people",
        ]
        for (person, home) in homes {
            let done = try await stage.stranger.post("/demo/become", ["person": person.id.text])
            #expect(done.status == 303)
            #expect(done.header("location") == home)
            #expect(done.header("set-cookie")?.hasPrefix("jianhu_session=") == true)
        }
    }

    @Test func `becoming somebody else ends the first session`() async throws {
        let stage = try await SiteStage()
        let browser = try await stage.browser(of: SiteStage.administrator)
        _ = try await browser.post("/demo/become", ["person": "P1"])
        #expect(try await browser.get("/people").status == 303)
    }

    @Test(arguments: [("P9", 422), ("'; --", 422), ("", 422)])
    func `nobody becomes somebody who is not there`(person: String, status: Int) async throws {
        let stage = try await SiteStage()
        #expect(try await stage.stranger.post("/demo/become", ["person": person]).status == status)
    }

    @Test func `another site cannot make a visitor become somebody`() async throws {
        let stage = try await SiteStage()
        let done = try await stage.stranger.post("/demo/become", ["person": "P1"], ["Origin": "http://evil.example"])
        #expect(done.status == 403)
        #expect(done.header("set-cookie") == nil)
    }

    @Test func `a real installation has none of it`() async throws {
        let stage = try await SiteStage(.real)
        #expect(try await stage.stranger.get("/demo").status == 404)
        #expect(try await stage.stranger.post("/demo/become", ["person": "P1"]).status == 404)
        #expect(try await stage.stranger.get("/").header("location") == "/sign-in")
        let form = try await stage.stranger.get("/sign-in")
        #expect(!form.body.contains("/demo"))
        #expect(!form.body.contains("示例"))
    }
}
