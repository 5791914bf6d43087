import Foundation
import TestMaterial
import Testing

extension ProgramTests {
    /// Files over a real connection.
    struct EvidenceTests {
        private static let picture = SamplePicture.png

        @Test func `three gigabytes are refused at their beginning, a picture is kept, served and verified`()
            async throws
        {
            try await FinishedCity.served { program, folder in
                let manager = try await Caller(program.webPort, as: "P-FIRM-02")
                let id = try #require(try await manager.get("/cases?state=repairing").texts("cases", "caseID").first)
                let before = try await manager.get("/cases/\(id)/evidence").texts("files", "name")
                let huge = try await manager.file(Self.picture, in: id, announcing: 3 << 30)
                #expect(huge.status == 413 && huge.text("rule") == "WEB-FILE-SIZE", "\(huge.body)")
                let markup = try await manager.file(Array("<svg onload=x/>".utf8), in: id)
                #expect(markup.status == 422 && markup.text("rule") == "SUP-FILE-KIND", "\(markup.body)")
                #expect(try await manager.get("/cases/\(id)/evidence").texts("files", "name") == before)

                let place = try await manager.file(Self.picture, in: id).text("location")
                let again = try await manager.file(Self.picture, in: id).text("location")
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
