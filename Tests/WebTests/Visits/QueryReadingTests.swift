import Access
import Kernel
import Testing

@testable import Web

/// What an address asks for is held against what its route declares.
struct QueryReadingTests {
    private static let query: [FormField] = [
        .filter("from", Phrase("自", "From"), .date), .filter("to", Phrase("至", "Until"), .date).ending("from"),
        .filter("region", Phrase("属地", "Region"), .region),
        .filter("kind", Phrase("类别", "Kind"), .choice(["air", "water"])), .filter("text", Phrase("名称", "Name")),
    ]

    private func stage() async throws -> SiteStage {
        let shown = Route(
            .get, "/ponds", summary: Phrase("池塘", "ponds"), permission: .roles([.cityOfficer]), query: Self.query
        ) { visit in
            let shown = Self.query.filter { $0.name != "to" }
            return .page(TestPage(text: shown.map { visit.query($0.name) ?? "-" }.joined(separator: "|")))
        }
        let file = Route(
            .get, "/ponds.csv", summary: Phrase("池塘", "ponds"), permission: .roles([.cityOfficer]), query: Self.query,
            answer: .download("text/csv")
        ) { _ in .text("all ponds", contentType: "text/csv") }
        return try await SiteStage(routes: [shown, file])
    }

    /// A query, and what is wrong with it.
    static let refused = [
        ("from=2026-13-01", "from", "WEB-FIELD-DATE"), ("from=%00", "from", "WEB-FIELD-DATE"),
        ("from=2026-11-02&to=2026-11-01", "to", "WEB-FIELD-PERIOD"),
        ("region=33%2006", "region", "WEB-FIELD-CODE"), ("region=%00330602", "region", "WEB-FIELD-CODE"),
        ("kind=soil", "kind", "WEB-FIELD-CHOICE"), ("text=a%00b", "text", "WEB-FIELD-CHARACTERS"),
        ("text=%E2%80%AEa", "text", "WEB-FIELD-CHARACTERS"),
        ("text=" + String(repeating: "a", count: 65), "text", "WEB-FIELD-LENGTH"),
    ]

    @Test(arguments: refused)
    func `a program hears which value cannot be read, by which rule, and what helps`(
        query: String, field: String, rule: String
    ) async throws {
        let officer = try await stage().browser(of: SiteStage.officer)
        for path in ["/ponds", "/ponds.csv"] {
            let answer = try await officer.get("\(path)?\(query)", ["Accept": "application/json"])
            #expect(answer.status == 422 && answer.header("content-type") == "application/problem+json")
            #expect(answer.body.contains("\"field\":\"\(field)\"") && answer.body.contains("\"rule\":\"\(rule)\""))
            #expect(answer.body.contains("\"remedy\":\""))
        }
        let file = try await officer.get("/ponds.csv?\(query)")
        #expect(
            file.status == 422 && !file.body.contains("all ponds"), "a file is not filled with what nobody asked for")
    }

    @Test(arguments: refused)
    func `a page goes on without the value and says so`(query: String, field: String, rule: String) async throws {
        let officer = try await stage().browser(of: SiteStage.officer)
        let page = try await officer.get("/ponds?text=mill&\(query)".replacing("text=mill&text", with: "text"))
        #expect(page.status == 422 && page.body.contains(rule) && page.body.contains("role=\"alert\""))
        let kept = rule == "WEB-FIELD-PERIOD" ? "2026-11-02|-|-|mill" : "-|-|-|mill"
        #expect(page.body.contains(field == "text" ? "<b>" : kept))
        #expect(!page.body.contains("\u{0}") && !page.body.contains("\u{202E}"))
        let english = try await officer.get("/ponds?\(query)&lang=en").body
        #expect(english.contains(rule == "WEB-FIELD-PERIOD" ? rule : "cannot be read"))
    }

    @Test(arguments: [
        ("", "-|-|-|-"), ("from=&region=", "-|-|-|-"), ("from=%202026-11-28%20", "2026-11-28|-|-|-"),
        ("region=3306BH&kind=water", "-|3306BH|water|-"), ("other=%00&page=x", "-|-|-|-"),
    ])
    func `what can be read is trimmed, what is not declared is passed over`(query: String, shown: String) async throws {
        let page = try await stage().browser(of: SiteStage.officer).get("/ponds?\(query)")
        #expect(page.status == 200 && page.body.contains(">\(shown)<") && !page.body.contains("role=\"alert\""))
    }

    @Test func `who may not come in hears that, and nothing of values`() async throws {
        let answer = try await stage().browser(of: SiteStage.manager).get("/ponds?from=x")
        #expect(answer.status == 403)
    }
}
