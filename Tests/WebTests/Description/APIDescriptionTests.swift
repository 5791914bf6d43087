import Foundation
import Kernel
import Testing

@testable import Web

struct APIDescriptionTests {
    private static let routes = [
        Route(
            .get, "/lakes/{lake}", summary: Phrase("湖", "a lake"), permission: .signedIn,
            query: [FormField(name: "depth", label: Phrase("深度", "Depth"), kind: .text(max: 8), required: false)]
        ) { _ in .redirect("/") },
        Route(
            .post, "/lakes/{lake}", summary: Phrase("改名", "rename"), permission: .roles([.administrator]),
            fields: [
                FormField(name: "name", label: Phrase("名称", "Name"), kind: .text(max: 40), required: true),
                FormField(name: "kind", label: Phrase("类", "Kind"), kind: .choice(["a", "b"]), required: false),
                FormField(name: "since", label: Phrase("自", "Since"), kind: .date, required: true),
                FormField(name: "salt", label: Phrase("咸", "Salt"), kind: .flag, required: false),
            ], upload: UploadRule(field: "map", bytesMax: 10, folder: "/nowhere")
        ) { _ in .redirect("/") },
        Route(
            .get, "/tides.csv", summary: Phrase("潮", "tides"), permission: .everyone, answer: .text("text/csv")
        ) { _ in .text("", contentType: "text/csv") },
    ]

    private func described() async throws -> [String: Any] {
        let stage = try await SiteStage(routes: Self.routes)
        let answer = try await stage.stranger.get("/openapi.json?lang=en", ["Accept": "application/json"])
        #expect(answer.status == 200)
        #expect(answer.header("content-type") == "application/json")
        return try #require(JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
    }

    @Test func `every route of the site is described, itself included`() async throws {
        let stage = try await SiteStage(routes: Self.routes)
        let answer = try await stage.stranger.get("/openapi.json", ["Accept": "application/json"])
        let whole = try #require(JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
        let paths = try #require(whole["paths"] as? [String: [String: Any]])
        let told = Set(paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
        #expect(told == Set(stage.site.routes.map { "\($0.method.rawValue) \($0.path)" }))
        #expect(told.contains("GET /openapi.json"))
    }

    @Test func `a reading tells its segments, its filters and what comes back`() async throws {
        let paths = try #require(try await described()["paths"] as? [String: [String: Any]])
        let reading = try #require(paths["/lakes/{lake}"]?["get"] as? [String: Any])
        let parameters = try #require(reading["parameters"] as? [[String: Any]])
        #expect(parameters.map { $0["name"] as? String } == ["lake", "depth"])
        #expect(parameters.map { $0["in"] as? String } == ["path", "query"])
        #expect(parameters.map { $0["required"] as? Bool } == [true, false])
        let answers = try #require(reading["responses"] as? [String: [String: Any]])
        #expect(Set(answers.keys) == ["200", "303", "400", "401", "403", "404", "414", "422", "503"])
        #expect((answers["200"]?["content"] as? [String: Any])?.keys.sorted() == ["application/json", "text/html"])
        #expect(answers["404"]?["$ref"] as? String == "#/components/responses/refusal-404")
        #expect((reading["security"] as? [[String: [String]]]) == [["session": []], ["token": []]])
        let tides = try #require(paths["/tides.csv"]?["get"] as? [String: Any])
        #expect((tides["security"] as? [Any])?.isEmpty == true)
        let table = try #require((tides["responses"] as? [String: [String: Any]])?["200"]?["content"] as? [String: Any])
        #expect(Array(table.keys) == ["text/csv"])
    }

    @Test func `a change tells its fields as a form, as JSON and with its file`() async throws {
        let paths = try #require(try await described()["paths"] as? [String: [String: Any]])
        let change = try #require(paths["/lakes/{lake}"]?["post"] as? [String: Any])
        let content = try #require((change["requestBody"] as? [String: Any])?["content"] as? [String: [String: Any]])
        let types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"]
        #expect(content.keys.sorted() == types)
        func schema(_ type: String) throws -> [String: Any] { try #require(content[type]?["schema"] as? [String: Any]) }
        let json = try schema("application/json")
        #expect(json["required"] as? [String] == ["name", "since"])
        #expect(json["additionalProperties"] as? Bool == false)
        let fields = try #require(json["properties"] as? [String: [String: Any]])
        #expect(Set(fields.keys) == ["name", "kind", "since", "salt", "csrf", "next", "checked"])
        #expect(fields["name"]?["maxLength"] as? Int == 40)
        #expect(fields["name"]?["title"] as? String == "Name")
        #expect(fields["kind"]?["enum"] as? [String] == ["a", "b", ""])
        #expect(fields["since"]?["format"] as? String == "date")
        #expect(fields["salt"]?["type"] as? String == "boolean")
        let parts = try schema("multipart/form-data")
        #expect(parts["required"] as? [String] == ["name", "since", "map"])
    }
}
