import Foundation
import Testing

@testable import Web

struct AssetTests {
    @Test func `a versioned asset may be kept for good, a bare one is asked for again`() async throws {
        let stage = try await SiteStage()
        let page = try await stage.stranger.get("/sign-in")
        let address = try #require(page.body.firstMatch(of: #/href="(/assets/jianhu\.css\?v=[0-9a-f]{16})"/#)?.1)
        let pinned = try await stage.stranger.get(String(address))
        #expect(pinned.header("content-type") == "text/css; charset=utf-8")
        #expect(pinned.header("cache-control") == "public, max-age=31536000, immutable")
        let bare = try await stage.stranger.get("/assets/jianhu.css?v=0")
        #expect(bare.header("cache-control") == "no-cache")
        let tag = try #require(bare.header("etag"))
        let again = try await stage.stranger.get("/assets/jianhu.css", ["If-None-Match": tag])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
    }

    @Test(arguments: [
        "/assets/", "/assets/../pages/Web/Layout.mustache", "/assets/%2e%2e/pages/Web/Layout.mustache",
        "/assets/..%2fpages%2fWeb%2fLayout.mustache", "/assets//etc/passwd", "/assets/vendor.json",
        "/assets/jianhu.css/",
        "/assets/jianhu.css%00", "/assets/.assembled",
    ])
    func `nothing but the listed files is served`(address: String) async throws {
        let stage = try await SiteStage()
        #expect(try await stage.stranger.get(address).status == 404)
    }

    @Test func `what a first visit loads stays far below 300 KB`() async throws {
        let stage = try await SiteStage()
        var bytes = 0
        for address in ["/demo", "/assets/jianhu.css", "/assets/jianhu.js"] {
            bytes += try await stage.stranger.get(address).body.utf8.count
        }
        #expect(bytes < 100_000)
    }

    @Test(arguments: [
        ("pages/X/Bad.mustache", "{{#open}}", "Bad.mustache is not a Mustache template"),
        ("pages/X/Bad.labels.json", #"{"a": {"zh": "甲"}}"#, "Bad.labels.json is not a table of labels"),
        ("pages/X/Bad.labels.json", #"{"a": {"zh": "甲", "en": ""}}"#, "Bad.labels.json is not a table of labels"),
    ])
    func `a share folder with a broken file is refused by name`(file: String, text: String, words: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("pages/X"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("assets"), withIntermediateDirectories: true)
        _ = try ShareFolder(path: folder.path)
        try Data(text.utf8).write(to: folder.appendingPathComponent(file))
        let refusal = #expect(throws: ShareFolder.Refusal.self) { try ShareFolder(path: folder.path) }
        #expect(refusal?.description.contains(words) == true)
    }

    @Test func `a missing share folder is refused with the remedy`() {
        let refusal = #expect(throws: ShareFolder.Refusal.self) { try ShareFolder(path: "/nowhere/share") }
        #expect(refusal?.description.contains("--share") == true)
    }
}
