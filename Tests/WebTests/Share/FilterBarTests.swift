import Access
import Kernel
import Testing

@testable import Web

struct FilterBarTests {
    /// A page whose filter bar is all there is.
    private struct FilteredPage: Page {
        static let template = "Web/AuditPage"
        func title(_ language: Language) -> String { "x" }
        var content: [String] { [] }
        func view(_ language: Language) -> [String: Any] {
            ["isActs": true, "isEmpty": true, "lines": [[String: Any]]()]
        }
    }

    private func page(_ query: String) async throws -> String {
        let route = Route(
            .get, "/ponds", summary: Phrase("池塘", "ponds"), permission: .roles([.cityOfficer]),
            query: [
                .filter("person", Phrase("属地", "Region"), .region), .filter("from", Phrase("自", "From"), .date),
            ]
        ) { _ in .page(FilteredPage()) }
        let names = CodeNames([
            (.region, { actor, _ in [("330603", Phrase("柯桥 <区>", "Keqiao"))].filter { _ in actor.scope == .city } })
        ])
        let known = route.knowing(.region) { $0 == "330603" }
        let stage = try await SiteStage(routes: [known], names: names)
        return try await stage.browser(of: SiteStage.officer).get("/ponds?\(query)").body
    }

    @Test func `a filter that cannot be read says so beside itself, once for the eye and once for the ear`()
        async throws
    {
        let page = try await page("person=999999&from=2026-13-01")
        #expect(page.contains(#"name="person" value="" maxlength="32" list="offered-person""#))
        #expect(page.contains(#"aria-invalid="true" aria-describedby="unread-person">"#))
        #expect(page.contains(#"id="unread-person" aria-hidden="true">▲ 999999"#))
        #expect(page.contains("WEB-FIELD-CODE-UNKNOWN") && page.contains("没有这个代码"))
        #expect(page.contains(#"aria-describedby="unread-from""#) && page.contains("WEB-FIELD-DATE"))
    }

    @Test func `a filter by a code offers names, and is quiet about a code that is known`() async throws {
        let page = try await page("person=330603")
        #expect(page.contains(#"<option value="330603">柯桥 &lt;区&gt;</option>"#))
        #expect(!page.contains("aria-invalid") && !page.contains("unread-"))
        #expect(!page.contains("offered-from"), "a day has no names")
    }

    @Test func `a form that asks for a code offers names on its page, and on the page that refuses it`() async throws {
        let field = FormField(name: "region", label: Phrase("属地", "Region"), kind: .code(.region), required: true)
        let refused: Route.Handler = { visit in .page(CodePage(field: field, refused: visit.refused)) }
        let routes = [
            Route(.get, "/ponds", summary: Phrase("池塘", "ponds"), permission: .signedIn, handler: refused),
            Route(
                .post, "/ponds/name", summary: Phrase("命名", "name"), permission: .signedIn, fields: [field],
                onRefusal: refused, handler: { _ in .redirect("/ponds") }),
        ]
        let names = CodeNames([(.region, { _, _ in [("330603", Phrase("柯桥 <区>", "Keqiao"))] })])
        let browser = try await SiteStage(routes: routes, names: names).browser(of: SiteStage.officer)
        for page in [try await browser.get("/ponds"), try await browser.post("/ponds/name", ["region": "张"])] {
            #expect(page.body.contains(#"list="offered-region""#), "\(page.status)")
            #expect(page.body.contains(#"<datalist id="offered-region"><option value="330603">柯桥 &lt;区&gt;<"#))
        }
    }

    /// A page whose form asks for a code.
    private struct CodePage: Page {
        static let template = TestPage.template
        let field: FormField
        let refused: RefusedForm?
        func title(_ language: Language) -> String { "x" }
        var content: [String] { [] }
        func view(_ language: Language) -> [String: Any] {
            [
                "text": "",
                "form": FormView.view(
                    language, action: "/ponds/name", fields: [field], submit: Phrase("提交", "Send"), refused: refused),
            ]
        }
    }
}
