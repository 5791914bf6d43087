import App
import Foundation
import Testing

extension ProgramTests {
    /// The keys of device secrets lie outside the database, and it cannot be served without them.
    struct KeyFileTests {
        private static let other = String(repeating: "0123456789abcdef", count: 4)

        /// What happens to the key file, and what the program says.
        private static let defects: [(name: String, content: String?, mode: Int, sentence: String)] = [
            ("missing", nil, 0o600, "is missing, and"), ("of another city", other, 0o600, "does not belong to"),
            ("open to others", nil, 0o640, "is open to others (mode 640); make it its owner's alone with: chmod 600"),
            ("cut", String(other.dropLast()), 0o600, "line 1 of the key file"),
            ("doubled", other + "\n" + other, 0o600, "line 2 of the key file"),
            ("empty", "# a remark\n\n", 0o600, "holds 0 keys; it must hold 1 to 8"),
        ]

        @Test func `a key file that cannot be used is refused in one sentence that shows no key`() async throws {
            try await TemporaryFolder.with { folder in
                let database = try await FinishedCity.copy(into: folder)
                let place = KeyFile.standard(for: database)
                let sound = try Data(contentsOf: URL(filePath: place))
                for (name, content, mode, sentence) in Self.defects {
                    try FileManager.default.removeItem(atPath: place)
                    if name != "missing" {
                        let bytes = content.map { Data($0.utf8) } ?? sound
                        #expect(FileManager.default.createFile(atPath: place, contents: bytes))
                        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place)
                    }
                    let run = try await CommandRun.of(
                        FinishedCity.start + ["--web-port", "0", "--hj212-port", "0"], in: folder)
                    #expect(run.exitCode == 1 && run.output.isEmpty, "\(name)")
                    #expect(run.complaint.contains(sentence), "\(name): \(run.complaint)")
                    #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
                    #expect(!run.complaint.contains(Self.other.prefix(16)), "\(run.complaint)")
                    let verified = try await CommandRun.of(["verify", "--database", database], in: folder)
                    #expect(verified.exitCode == 0, "\(name): \(verified.output)\(verified.complaint)")
                    if name == "missing" { try sound.write(to: URL(filePath: place)) }
                }
            }
        }

        @Test func `after a start with a new key first, the old one is not needed any more`() async throws {
            try await TemporaryFolder.with { folder in
                let database = try await FinishedCity.copy(into: folder)
                let devices = try await RegisteredDevice.all(in: database)
                let standard = KeyFile.standard(for: database)
                let old = try String(contentsOfFile: standard, encoding: .utf8)
                try FileManager.default.removeItem(atPath: standard)
                let elsewhere = folder.appending(path: "keys.txt")
                try await Self.serve(with: Self.other + "\n" + old, at: elsewhere, in: folder)
                try await Self.serve(with: Self.other, at: elsewhere, in: folder)
                try FileManager.default.moveItem(at: elsewhere, to: URL(filePath: standard))
                #expect(try await RegisteredDevice.all(in: database).map(\.password) == devices.map(\.password))
            }
        }

        private static func serve(with content: String, at file: URL, in folder: URL) async throws {
            try Data(content.utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            let code = try await RunningProgram.with(
                FinishedCity.start + ["--key-file", file.path], in: folder
            ) { try await $0.end(by: SIGTERM) }
            #expect(code == 0)
        }

        @Test func `a key file is its owner's alone, and init names it`() async throws {
            try await TemporaryFolder.with { folder in
                let made = try await CommandRun.of(
                    ["init", "--admin", "root", "--database", "real.sqlite", "--key-file", "far.key"],
                    input: StartTests.password, in: folder)
                #expect(made.exitCode == 0 && made.output.contains("--key-file far.key"), "\(made.complaint)")
                let rights = try FileManager.default.attributesOfItem(atPath: folder.path + "/far.key")
                #expect((rights[.posixPermissions] as? Int) == 0o600)
                #expect(!FileManager.default.fileExists(atPath: folder.path + "/real.sqlite.key"))
                #expect(try KeyFile.keys(at: folder.path + "/far.key")?.count == 1)
                #expect(try KeyFile.keys(at: folder.path + "/none.key") == nil)
            }
        }
    }
}
