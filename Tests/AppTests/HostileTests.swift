import Foundation
import TestMaterial
import Testing

extension ProgramTests {
    /// What strangers send. Whatever it is, everybody else is still served.
    struct HostileTests {
        @Test func `strange talk on either port leaves the program in service`() async throws {
            try await FinishedCity.served { program, _ in
                let (web, gateway) = (program.webPort, program.gatewayPort)
                let site = "Host: 127.0.0.1:\(web)\r\n"
                let form =
                    "POST /sign-in HTTP/1.1\r\n\(site)Origin: http://127.0.0.1:\(web)\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n"
                let tenMillion = form + "Content-Length: 10000000\r\n\r\n" + String(repeating: "a", count: 10_000_000)
                let headers = "GET / HTTP/1.1\r\n\(site)" + String(repeating: "X: a\r\n", count: 5_000) + "\r\n"
                let chunk = "10000\r\n" + String(repeating: "a", count: 65_536) + "\r\n"
                let million = String(repeating: "a", count: 1_000_000)
                let frame =
                    "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;"
                    + "Flag=5;CP=&&RtdInterval=30&&1C80\r\n"
                /// Port, what is sent, and how the answer begins; empty where none is owed.
                let rows: [(Int, String, String)] = [
                    (gateway, "GET / HTTP/1.1\r\n\(site)\r\n", ""),
                    (gateway, "##9999" + million, ""),
                    (gateway, String(repeating: "##", count: 200_000), ""),
                    (gateway, "\u{16}\u{3}\u{1}\u{0}\u{5}", ""),
                    (gateway, frame, ""),
                    (web, frame, "HTTP/1.1 400"),
                    (web, "\u{16}\u{3}\u{1}\u{0}\u{5}", ""),
                    (web, tenMillion, "HTTP/1.1 413"),
                    (
                        web, form + "Transfer-Encoding: chunked\r\n\r\n" + String(repeating: chunk, count: 160),
                        "HTTP/1.1 413"
                    ),
                    (web, "GET / HTTP/1.1\r\n\(site)X-A: \(million)\r\n\r\n", "HTTP/1.1 4"),
                    (web, headers, "HTTP/1.1 4"),
                    (web, "GET /\(million.prefix(3_000)) HTTP/1.1\r\n\(site)\r\n", "HTTP/1.1 414"),
                    (web, "GET /assets/../rules/regions.json HTTP/1.1\r\n\(site)\r\n", "HTTP/1.1 404"),
                    (web, "GET /%00%ff%fe HTTP/1.1\r\n\(site)\r\n", "HTTP/1.1 404"),
                    (web, "DELETE /demo HTTP/1.1\r\n\(site)\r\n", "HTTP/1.1 405"),
                    (web, form + "Content-Length: 9\r\n\r\nlogin=%zz", "HTTP/1.1 400"),
                    (web, form + "Content-Length: -1\r\n\r\n", "HTTP/1.1 4"),
                ]
                var open: [LoopbackLine] = []
                for (port, bytes, beginning) in rows {
                    open.append(try await Self.attack(port, bytes, beginning))
                }
                // Many browsers that never finish their headers, and devices that never finish a frame.
                for _ in 0..<150 {
                    open.append(try await Self.attack(web, "GET / HTTP/1.1\r\nX-A: ", ""))
                    open.append(try await Self.attack(gateway, "##0101QN=2016", ""))
                }
                #expect(try await Caller(web).get("/healthz").text("status") == "ok")
                try await expectFrameAnswered(program)
                #expect(open.count == rows.count + 300)
            }
        }

        /// Sends, and checks how the answer begins; hands the line back open.
        private static func attack(_ port: Int, _ bytes: String, _ beginning: String) async throws -> LoopbackLine {
            try await OffPool.run {
                let line = try LoopbackLine(port: port)
                line.send(bytes.utf8)
                guard !beginning.isEmpty else { return line }
                let answer = line.receive { $0.contains("\r\n") }
                #expect(answer.hasPrefix(beginning), "\(bytes.prefix(60)): \(answer.prefix(60))")
                return line
            }
        }

        private func expectFrameAnswered(_ program: RunningProgram) async throws {
            try await TemporaryFolder.with { folder in
                let paste = try #require(
                    program.announcement.split(separator: "\n").first { $0.hasPrefix("./jianhu hj212 send ") })
                let run = try await CommandRun.ofShell(String(paste), in: folder)
                #expect(run.exitCode == 0, "\(run.complaint)")
            }
        }
    }
}
