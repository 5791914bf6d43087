import Foundation
import Testing

extension ProgramTests {
    /// The unit of systemd that installations copy.
    struct ServiceUnitTests {
        private static let unit = URL(filePath: #filePath)
            .deletingLastPathComponent().appending(path: "../../share/service/jianhu.service").standardized

        @Test func `what the unit starts is a command that the program takes`() async throws {
            let text = try String(contentsOf: Self.unit, encoding: .utf8)
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
            let words = line.split(separator: " ").dropFirst().map(String.init)
            try await TemporaryFolder.with { folder in
                let settings = folder.appending(path: "settings.json")
                try Data("{}".utf8).write(to: settings)
                let own = words.map { $0 == "/etc/jianhu/settings.json" ? settings.path : $0 } + ["--print-settings"]
                let run = try await CommandRun.of(own, in: folder)
                #expect(run.exitCode == 0, "\(run.complaint)")
                #expect(run.output.contains("database = /var/lib/jianhu/jianhu.sqlite"))
            }
        }

        @Test func `systemd finds nothing wrong with the unit`() async throws {
            guard FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze") else {
                print("skipped: this machine has no systemd-analyze")
                return
            }
            try await TemporaryFolder.with { folder in
                // systemd wants to see the program; any stands for it here.
                let text = try String(contentsOf: Self.unit, encoding: .utf8)
                    .replacing("/opt/jianhu/jianhu", with: "/bin/true")
                try Data(text.utf8).write(to: folder.appending(path: "jianhu.service"))
                let run = try await CommandRun.ofShell("systemd-analyze verify ./jianhu.service", in: folder)
                #expect(run.exitCode == 0, "\(run.complaint)")
                #expect(run.complaint.isEmpty, "\(run.complaint)")
            }
        }

        @Test func `the log speaks JSON when asked, and a wrong manner is refused`() async throws {
            try await TemporaryFolder.with { folder in
                let refused = try await CommandRun.of(["serve", "--print-settings", "--log-format", "xml"], in: folder)
                #expect(refused.exitCode == 2)
                #expect(refused.complaint.contains("log.format “xml” is not known; give one of text, json"))
                let level = ["JIANHU_LOG_LEVEL": "loud"]
                let loud = try await CommandRun.of(["serve", "--print-settings"], environment: level, in: folder)
                #expect(loud.exitCode == 2)
                let shown = try await CommandRun.of(["serve", "--print-settings", "--log-format", "json"], in: folder)
                #expect(shown.output.contains("log.format = json"))
            }
        }
    }
}
