import Access
import Foundation
import Kernel
import Testing

@testable import Web

struct UploadTests {
    /// A site with one address that takes a file of at most 100,000 bytes, and shows what it took.
    private struct Stage {
        let folder: String
        let site: SiteStage
        let browser: Browser

        init() async throws {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
            let route = Route(
                .post, "/files", summary: Phrase("文件", "files"), permission: .signedIn,
                fields: [FormField(name: "note", label: Phrase("说明", "note"), kind: .text(max: 20), required: true)],
                upload: UploadRule(field: "file", bytesMax: 100_000, folder: folder),
                onRefusal: { visit in .page(TestPage(text: visit.refused?.typed["note"] ?? "none")) },
                handler: { visit in
                    let kept = visit.file.flatMap { FileManager.default.contents(atPath: $0.path) }
                    return .json([
                        "name": visit.file?.name ?? "", "sha256": visit.file?.sha256.hex ?? "",
                        "size": String(visit.file?.size_bytes ?? -1),
                        "same": String(kept.map { Digest256(of: Array($0)) } == visit.file?.sha256),
                        "note": visit.form["note"] ?? "",
                    ])
                })
            self.folder = folder
            site = try await SiteStage(routes: [route])
            browser = try await site.browser(of: SiteStage.officer)
        }

        func send(
            csrf: String? = nil, note: String = "x", name: String = "a.png", field: String = "file", bytes: [UInt8],
            announcing length: Int? = nil
        ) async throws -> PlainAnswer {
            let head =
                "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(csrf ?? browser.csrf)\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n\(note)\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\n\r\n"
            let body = Array(head.utf8) + bytes + Array("\r\n--B--\r\n".utf8)
            return try await site.site.answer(
                "POST", "/files",
                headers: [
                    "Cookie": browser.cookie ?? "", "Origin": "http://site.example", "Accept": "application/json",
                    "Content-Type": "multipart/form-data; boundary=B", "Content-Length": String(length ?? body.count),
                ], body: body)
        }

        /// What lies in the folder of files that come in.
        var remains: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }
    }

    @Test func `a file arrives whole with its digest, and is gone when the visit ends`() async throws {
        let stage = try await Stage()
        let bytes = (0..<90_000).map { UInt8($0 % 251) }
        let answer = try await stage.send(note: "照片", name: "C:\\x\\..\\a.png", bytes: bytes)
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.header("connection") == nil)
        for part in [Digest256(of: bytes).hex, "\"90000\"", "\"a.png\"", "照片", "\"same\":\"true\""] {
            #expect(answer.body.contains(part), "\(answer.body)")
        }
        #expect(stage.remains == [])
    }

    @Test(arguments: [nil, 3 * 1_024 * 1_024 * 1_024] as [Int?])
    func `a file above the bound is refused plainly, nothing lies about`(announced: Int?) async throws {
        let stage = try await Stage()
        let answer = try await stage.send(bytes: Array(repeating: 1, count: 100_001), announcing: announced)
        #expect(answer.status == 413 && answer.body.contains("WEB-FILE-SIZE"), "\(answer.body)")
        #expect(stage.remains == [])
        // What is longer than any form is not read to its end: the connection ends with the reply.
        #expect(answer.header("connection") == (announced == nil ? nil : "close"))
    }

    @Test func `a forged form is refused before its file is taken`() async throws {
        let stage = try await Stage()
        let answer = try await stage.send(csrf: "0", bytes: [1, 2, 3])
        #expect(answer.status == 403 && stage.remains == [])
        let wrongField = try await stage.send(field: "other", bytes: [1])
        #expect(wrongField.status == 400 || wrongField.status == 422)
        #expect(stage.remains == [])
    }

    @Test func `a refused field beside a good file refuses the form, nothing lies about`() async throws {
        let stage = try await Stage()
        let answer = try await stage.send(note: "", bytes: [1])
        #expect(answer.status == 422 && stage.remains == [])
    }
}
