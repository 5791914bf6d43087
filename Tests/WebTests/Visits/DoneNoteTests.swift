import Kernel
import Testing

@testable import Web

/// The next page says once what was done.
struct DoneNoteTests {
    private static let routes = [
        Route(.post, "/things/{thing}/paint", summary: Phrase("上漆", "paint a thing"), permission: .everyone) {
            visit in
            .recorded(location: "/here", receipt: "/receipts/\(try visit.parameter("thing"))")
        },
        Route(.post, "/things", summary: Phrase("登记", "enter a thing"), permission: .everyone) { _ in
            .redirect("/here")
        },
        Route(.get, "/receipts/{thing}", summary: Phrase("回执", "a receipt"), permission: .everyone) { _ in
            .text("receipt", contentType: "text/plain")
        },
        Route(.get, "/here", summary: Phrase("此处", "here"), permission: .everyone) { _ in
            .page(TestPage(text: "here"))
        },
        Route(.get, "/there", summary: Phrase("他处", "there"), permission: .everyone) { _ in
            .page(TestPage(text: "there"))
        },
    ]

    /// What the page behind an act shows to the same browser.
    private static func page(after browser: Browser, _ answer: PlainAnswer) async throws -> PlainAnswer {
        let cookie = answer.header("set-cookie")?.split(separator: ";").first.map(String.init) ?? ""
        return try await browser.get("/here", ["Cookie": [browser.cookie ?? "", cookie].joined(separator: "; ")])
    }

    @Test func `a form that was sent is told of once, with the way to its receipt`() async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let browser = try await stage.browser(of: SiteStage.officer)
        let painted = try await browser.post("/things/T1/paint")
        #expect(painted.status == 303 && painted.header("location") == "/here")
        let page = try await Self.page(after: browser, painted)
        #expect(page.body.contains(#"role="status">已提交并记录：上漆 <a href="/receipts/T1">"#))
        #expect(page.header("set-cookie")?.hasPrefix("done=; Path=/; Max-Age=0") == true)
        #expect(try await !browser.get("/here").body.contains("role=\"status\""))
        // Another page that is loaded meanwhile, in a second tab say, keeps silent and leaves the note to its page.
        let note = try #require(painted.header("set-cookie")?.split(separator: ";").first)
        let elsewhere = try await browser.get("/there", ["Cookie": "\(browser.cookie ?? ""); \(note)"])
        #expect(!elsewhere.body.contains("role=\"status\"") && elsewhere.header("set-cookie") == nil)
        let entered = try await Self.page(after: browser, try await browser.post("/things"))
        #expect(entered.body.contains("已提交并记录：登记</p>"))
        // Nobody, and a program, are told nothing.
        #expect(try await stage.stranger.post("/things").header("set-cookie") == nil)
        #expect(try await browser.post("/things", [:], ["Accept": "application/json"]).header("set-cookie") == nil)
    }

    @Test(
        arguments: [
            ("/things", nil, nil), ("/things|/here", "/things", nil), ("/here", nil, nil), ("/here|/here", nil, nil),
            ("/things|/here|/receipts/T1", "/things", "/receipts/T1"), ("<b>paid</b>", nil, nil),
            ("/things|/here|//evil.example/x", nil, nil), ("/things|/here|/nowhere", nil, nil),
            ("/things|https://evil.example", nil, nil), ("/things|//evil.example", nil, nil), ("", nil, nil),
            ("|", nil, nil),
        ] as [(String, String?, String?)])
    func `a note names an act and a page of the site, or nothing`(text: String, act: String?, receipt: String?) {
        let note = DoneNote(text, of: RouteTable(Self.routes))
        #expect(note?.act == act && note?.receipt == receipt)
        if let note { #expect(note.text == text) }
    }
}
