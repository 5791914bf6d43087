import Foundation
import TestMaterial
import Testing

extension ProgramTests {
    /// Files over a real connection.
    struct EvidenceTests {
        private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1]

        /// Sends a file to a case, announcing a length; what came back.
        private func send(
            _ bytes: [UInt8], to id: String, as caller: Caller, announcing length: Int? = nil
        ) async throws -> WebAnswer {
            let head =
                "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(caller.token)\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nexample\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
            let body = Array(head.utf8) + bytes + Array("\r\n--B--\r\n".utf8)
            let message = """
                POST /cases/\(id)/evidence HTTP/1.1\r
                Host: 127.0.0.1:\(caller.port)\r
                Cookie: \(caller.cookie)\r
                Origin: http://127.0.0.1:\(caller.port)\r
                Accept: application/json\r
                Content-Type: multipart/form-data; boundary=B\r
                Content-Length: \(length ?? body.count)\r
                Connection: close\r
                \r

                """
            let text = try await OffPool.run {
                let line = try LoopbackLine(port: caller.port)
                line.send(Array(message.utf8) + body)
                return line.receive { $0.contains("\r\n\r\n") && $0.hasSuffix("}") }
            }
            return try #require(WebAnswer(text), "\(text)")
        }

        @Test func `three gigabytes are refused at their beginning, a picture is kept, served and verified`()
            async throws
        {
            try await FinishedCity.served { program, folder in
                let manager = try await Caller(program.webPort, as: "P-FIRM-02")
                let id = try #require(try await manager.get("/cases?state=repairing").texts("cases", "caseID").first)
                let before = try await manager.get("/cases/\(id)/evidence").texts("files", "name")
                let huge = try await send(Self.picture, to: id, as: manager, announcing: 3 << 30)
                #expect(huge.status == 413 && huge.text("rule") == "WEB-FILE-SIZE", "\(huge.body)")
                let markup = try await send(Array("<svg onload=x/>".utf8), to: id, as: manager)
                #expect(markup.status == 422 && markup.text("rule") == "SUP-FILE-KIND", "\(markup.body)")
                #expect(try await manager.get("/cases/\(id)/evidence").texts("files", "name") == before)

                let place = try await send(Self.picture, to: id, as: manager).text("location")
                let again = try await send(Self.picture, to: id, as: manager).text("location")
                let number = before.count + 1
                #expect(place == "/cases/\(id)/evidence/\(number)" && again == place)
                let file = try await manager.get("/cases/\(id)/evidence/\(number)/file")
                #expect(file.status == 200 && file.headers["content-type"] == "image/png")
                #expect(file.headers["content-security-policy"]?.hasPrefix("sandbox; default-src 'none'") == true)
                #expect(file.headers["x-content-type-options"] == "nosniff")
                let stranger = try await Caller(program.webPort, as: "P-FIRM-01")
                #expect(try await stranger.get("/cases/\(id)/evidence/\(number)/file").status == 404)
                let verified = try await CommandRun.of(["verify", "--database", "city/jianhu-demo.sqlite"], in: folder)
                #expect(verified.exitCode == 0, "\(verified.output)\(verified.complaint)")
            }
        }
    }
}
