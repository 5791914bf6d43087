import Foundation
import Testing

extension ProgramTests {
    /// A new installation from the command line: three administrators, the register, a program's token.
    struct InstallationTests {
        private static let heading =
            "enterprise,name,credit_code,region,industry,address,outlet,outlet_number,"
            + "outlet_name,medium,device_number,device_password\n"
        private static let good = #"""
            E1,甲厂（示例）,,330602,热力,示例路 1 号,E1-DA001,DA001,1号烟囱,stack,MN0001,abc123
            E1,甲厂（示例）,,330602,热力,示例路 1 号,E1-DW001,DW001,总排口,waste-water,MN0002,abc124
            E2,"乙厂，""示例""",,330603,印染,示例路 2 号,,,,,,

            """#

        private func installed(in folder: URL, input: String) async throws -> CommandRun {
            try await CommandRun.of(["init", "--admin", "root", "--database", "real.sqlite"], input: input, in: folder)
        }

        @Test func `three passwords found three administrators, and no two are one person`() async throws {
            try await TemporaryFolder.with { folder in
                let passwords = "a lake is a mirror\na mirror is a lake\nthe third of the three\n"
                let twice = try await CommandRun.of(
                    ["init", "--admin", "audit", "--database", "real.sqlite"], input: passwords, in: folder)
                #expect(twice.exitCode == 2 && twice.complaint.contains("three people"))
                let same = try await installed(in: folder, input: "a lake is a mirror\na lake is a mirror\n")
                #expect(same.exitCode == 1 && same.complaint.contains("choose different ones"))
                let weak = try await installed(in: folder, input: "a lake is a mirror\nshort\n")
                #expect(weak.exitCode == 1 && weak.complaint.contains("--security-admin has fewer than 12"))
                #expect(!FileManager.default.fileExists(atPath: folder.path + "/real.sqlite"))
                let made = try await installed(in: folder, input: passwords)
                #expect(made.exitCode == 0 && !made.output.contains("start password"), "\(made.complaint)")
                let more = try await CommandRun.of(
                    ["admin", "create", "--kind", "security", "--login", "x1", "--database", "real.sqlite"], in: folder)
                #expect(more.exitCode == 1 && more.complaint.contains("there already is such an administrator"))
                let helped = try await CommandRun.of(
                    ["admin", "reset", "--login", "security", "--database", "real.sqlite"], in: folder)
                #expect(helped.exitCode == 0 && helped.output.contains("start password of security"))
                let nobody = try await CommandRun.of(
                    ["admin", "reset", "--login", "x1", "--database", "real.sqlite"], in: folder)
                #expect(nobody.exitCode == 1 && nobody.complaint.contains("no administrator signs in as x1"))
            }
        }

        @Test func `without passwords all three are drawn, and an empty line draws one`() async throws {
            try await TemporaryFolder.with { folder in
                let drawn = try await installed(in: folder, input: "")
                #expect(drawn.exitCode == 0 && drawn.output.components(separatedBy: "start password of").count == 4)
                let second = try await CommandRun.of(
                    ["init", "--admin", "root", "--database", "second.sqlite"],
                    input: "\na mirror is a lake\n", in: folder)
                #expect(second.output.contains("start password of root") && second.output.contains("of audit"))
                #expect(second.exitCode == 0 && !second.output.contains("start password of security"))
            }
        }

        @Test func `what a command leaves behind is one file, also after a refusal`() async throws {
            try await TemporaryFolder.with { folder in
                func copied(_ name: String) async throws -> CommandRun {
                    let copy = folder.appending(path: name)
                    try FileManager.default.copyItem(at: folder.appending(path: "real.sqlite"), to: copy)
                    return try await CommandRun.of(["verify", "--database", name], in: folder)
                }
                _ = try await installed(in: folder, input: "")
                let empty = try await copied("empty.sqlite")
                #expect(empty.exitCode == 0, "\(empty.output)\(empty.complaint)")
                try Data((Self.heading + Self.good + "E3,丙厂（示例）,,999999,x,x,,,,,,\n").utf8)
                    .write(to: folder.appending(path: "register.csv"))
                let words = ["import", "registry", "register.csv", "--database", "real.sqlite"]
                #expect(try await CommandRun.of(words, in: folder).exitCode == 1)
                #expect(try await copied("refused.sqlite").exitCode == 0)
                #expect(try await CommandRun.of(words + ["--accept-good"], in: folder).exitCode == 0)
                let whole = try await copied("whole.sqlite")
                #expect(whole.exitCode == 0, "\(whole.output)\(whole.complaint)")
                // What was imported is in the copy, not in a log beside the file.
                let again = try await CommandRun.of(
                    [
                        "import", "registry", "register.csv", "--database", "whole.sqlite", "--key-file",
                        "real.sqlite.key",
                    ], in: folder)
                #expect((again.output + again.complaint).contains("is taken by E1-DA001"))
                let log = folder.appending(path: "real.sqlite-wal").path
                let logged = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
                #expect(logged ?? 0 == 0, "the log is folded into the file")
            }
        }

        @Test func `a register is imported whole, or the good lines alone when asked`() async throws {
            try await TemporaryFolder.with { folder in
                _ = try await installed(in: folder, input: "a lake is a mirror\n")
                func take(_ lines: String, _ options: [String] = []) async throws -> CommandRun {
                    try Data((Self.heading + lines).utf8).write(to: folder.appending(path: "register.csv"))
                    return try await CommandRun.of(
                        ["import", "registry", "register.csv", "--database", "real.sqlite"] + options, in: folder)
                }
                let bad = "E3,丙厂（示例）,,999999,x,x,,,,,,\n"
                let half = try await take(Self.good + bad)
                #expect(half.exitCode == 1 && half.output.contains("line 5: region: the region is none of this city"))
                #expect(half.output.contains("nothing was imported") && !half.output.contains("abc123"))
                let part = try await take(Self.good + bad, ["--accept-good"])
                #expect(part.exitCode == 0, "\(part.output)")
                #expect(part.output.contains("imported enterprise: 2, outlet: 2; 1 line was refused"))
                let again = try await take(Self.good)
                #expect(again.exitCode == 1)
                #expect(again.output.contains("line 2: outlet: “outlet” is taken by E1-DA001 (REG-TAKEN)"))
                let sound = try await CommandRun.of(["verify", "--database", "real.sqlite"], in: folder)
                #expect(sound.exitCode == 0, "\(sound.output)\(sound.complaint)")
            }
        }

        @Test func `a token of the command line reads for its owner, and one that reaches too far is not made`()
            async throws
        {
            try await TemporaryFolder.with { folder in
                _ = try await installed(in: folder, input: "a lake is a mirror\n")
                func token(_ options: [String]) async throws -> CommandRun {
                    try await CommandRun.of(
                        ["token", "create", "--database", "real.sqlite", "--label", "示例"] + options, in: folder)
                }
                let far = try await token(["--person", "root", "--reach", "write"])
                #expect(far.exitCode == 1 && far.complaint.contains("reaches no further than its owner"))
                let unknown = try await token(["--person", "nobody"])
                #expect(unknown.exitCode == 1 && unknown.complaint.contains("nobody signs in as nobody"))
                #expect(try await token(["--person", "root", "--reach", "all"]).exitCode == 2)
                for (option, code) in [("--region", "999999"), ("--enterprise", "E999")] {
                    let nowhere = try await token(["--person", "root", option, code])
                    #expect(nowhere.exitCode == 1 && nowhere.complaint.contains("no such \(option.dropFirst(2))"))
                }
                let made = try await token(["--person", "root", "--days", "1"])
                let secret = try #require(made.output.split(separator: "\n").last.map(String.init))
                #expect(made.exitCode == 0 && secret.hasPrefix("jianhu_"), "\(made.complaint)")
                try await RunningProgram.with(["serve", "--database", "real.sqlite"], in: folder) { program in
                    let caller = Caller(program.webPort, bearer: secret)
                    let people = try await caller.get("/people")
                    #expect(people.texts("people", "login") == ["root", "audit", "security"])
                    #expect(try await caller.get("/account").text("rule") == "ACC-SESSION-NEEDED")
                    #expect(try await caller.get("/tokens").text("rule") == "WEB-ROLE")
                    let wrong = Caller(program.webPort, bearer: secret + "0")
                    #expect(try await wrong.get("/people").text("rule") == "ACC-TOKEN")
                }
            }
        }
    }
}
