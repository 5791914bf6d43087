import Foundation
import Testing

extension ProgramTests {
    /// The load tool's command line; what it does over the wire is tested beside its room.
    struct SimulateTests {
        @Test(arguments: [
            (["--to", "192.0.2.1:9212"], "--allow-remote"), (["--to", "localhost.example:9212"], "--allow-remote"),
            (["--to", "127.0.0.1:9212", "--speed", "0"], "--speed"),
            (["--to", "127.0.0.1:9212", "--speed", "2"], "--for"),
            (["--to", "127.0.0.1:9212", "--for", "3 weeks"], "--for"),
            (["--register", "r", "--outlets", "0"], "--outlets"),
            (["--register", "r", "--edition", "2011"], "--edition"), (["--register", "r", "--faults", "rain"], "rain"),
            (["--register", "r", "--from", "20260230000000"], "--from"), ([], "--to"),
            (["--register", "r", "--connections", "101"], "--connections"),
        ])
        func `wrong use is refused with a remedy, and nothing is written`(words: [String], named: String) async throws {
            try await TemporaryFolder.with { folder in
                let run = try await CommandRun.of(["simulate"] + words, in: folder)
                #expect(run.exitCode == 2 && run.output.isEmpty)
                #expect(run.complaint.contains(named), "\(run.complaint)")
                #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "r").path))
            }
        }

        @Test func `the register of a city is written for its owner alone`() async throws {
            try await TemporaryFolder.with { folder in
                let run = try await CommandRun.of(["simulate", "--outlets", "7", "--register", "r.csv"], in: folder)
                let file = folder.appending(path: "r.csv")
                #expect(run.exitCode == 0, "\(run.complaint)")
                #expect(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count == 8)
                let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
        }
    }
}
