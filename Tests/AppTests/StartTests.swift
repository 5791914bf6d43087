import Foundation
import Persistence
import SQLitePersistence
import Testing

extension ProgramTests {
    /// What stands after a start, and which starts are refused.
    struct StartTests {
        @Test func `a second start goes on with the same cases`() async throws {
            try await TemporaryFolder.with { folder in
                try await FinishedCity.copy(into: folder)
                var lists: [[String]] = []
                for _ in 1...2 {
                    lists.append(
                        try await RunningProgram.with(FinishedCity.start, in: folder) { program in
                            let list = try await Self.cases(program, warning: lists.isEmpty)
                            let code = try await program.end(by: SIGTERM)
                            #expect(code == 0, "\(program.complaints)")
                            return list
                        })
                }
                let states = Set(lists[0].compactMap { $0.split(separator: " ").last })
                #expect(lists[0].count >= 9 && states.count >= 7)
                #expect(lists[0] == lists[1])
            }
        }

        /// Each case with its state; before the first stop one of them is warned, so that there is something to keep.
        private static func cases(_ program: RunningProgram, warning isFirst: Bool) async throws -> [String] {
            let officer = try await Caller(program.webPort, as: "P-CITY-1")
            if isFirst {
                let found = try await officer.get("/cases?state=found").texts("cases", "caseID")
                let id = try #require(found.first)
                #expect(try await officer.post("/cases/\(id)/warn", ["seen_step": "0"]).status == 200)
            }
            let cases = try await officer.get("/cases?state=all")
            return zip(cases.texts("cases", "caseID"), cases.texts("cases", "state")).map { "\($0) \($1)" }
        }

        @Test func `a first start that is broken off leaves no half city`() async throws {
            try await TemporaryFolder.with { folder in
                let first = try BuiltProgram.process(
                    FinishedCity.start + ["--web-port", "0", "--hj212-port", "0"], in: folder)
                first.standardOutput = FileHandle.nullDevice
                first.standardError = FileHandle.nullDevice
                try first.run()
                BuiltProgram.bound(first, secondsMax: 60)
                let ledger = folder.path + "/city/\(FinishedCity.databaseName)-wal"
                try await OffPool.run {
                    // The kill comes in the middle of the history: when its journal has grown, before it is done.
                    while first.isRunning, (try? Data(contentsOf: URL(filePath: ledger)).count) ?? 0 < 1_000_000 {
                        usleep(2_000)
                    }
                    kill(first.processIdentifier, SIGKILL)
                    first.waitUntilExit()
                }
                let half = try await CommandRun.of(
                    ["verify", "--database", "city/\(FinishedCity.databaseName)"], in: folder)
                #expect(half.exitCode == 1 && half.complaint.contains("was never finished"), "\(half.complaint)")
                try await RunningProgram.with(FinishedCity.start, in: folder) { program in
                    let officer = try await Caller(program.webPort, as: "P-CITY-1")
                    let states = try await officer.get("/cases?state=all").texts("cases", "state")
                    #expect(states.count >= 9 && states.contains("closed") && states.contains("found"))
                    // Whoever waits for a first start sees on standard error how far it is.
                    let told = ["making an invented city", "living the last day", "the city is made"]
                    #expect(told.allSatisfy(program.complaints.contains), "\(program.complaints)")
                }
            }
        }

        @Test func `a database that is served is left alone`() async throws {
            try await FinishedCity.served { program, folder in
                for more in [[], ["--fresh"]] {
                    let second = try await CommandRun.of(
                        FinishedCity.start + ["--web-port", "0", "--hj212-port", "0"] + more, in: folder)
                    #expect(second.exitCode == 1)
                    #expect(second.output.isEmpty)
                    #expect(second.complaint.contains("is in use by another jianhu process; stop that one first"))
                    #expect(second.complaint.split(separator: "\n").count == 1)
                }
                let officer = try await Caller(program.webPort, as: "P-CITY-1")
                #expect(try await officer.get("/cases?state=all").texts("cases", "caseID").count >= 9)
            }
        }

        @Test func `each command refuses what is not its own and leaves it as it was`() async throws {
            try await TemporaryFolder.with { folder in
                try await FinishedCity.copy(into: folder)
                try await Self.makeInstallation("real/\(FinishedCity.databaseName)", in: folder)
                try Data("no database at all".utf8).write(to: folder.appending(path: "text.sqlite"))
                try Data().write(to: folder.appending(path: "empty.sqlite"))
                try await Self.makeDatabaseOfAnother("another.sqlite", in: folder)
                let before = try Self.digests(in: folder)
                let rows: [([String], String)] = [
                    (["serve", "--database", "city/\(FinishedCity.databaseName)"], "is a demonstration; serve it"),
                    (["demo", "--folder", "real"], "is a real installation"),
                    (["demo", "--folder", "real", "--fresh"], "is a real installation"),
                    (["serve", "--database", "text.sqlite"], "cannot be read as a database"),
                    (["verify", "--database", "text.sqlite"], "cannot be read as a database"),
                    (["serve", "--database", "empty.sqlite"], "was never finished"),
                    (["verify", "--database", "empty.sqlite"], "was never finished"),
                    (["serve", "--database", "another.sqlite"], "is no database of jianhu"),
                    (["verify", "--database", "another.sqlite"], "is no database of jianhu"),
                    (["verify", "--database", "."], "is no file"),
                    (["init", "--admin", "root", "--database", "text.sqlite"], "exists already"),
                ]
                for (arguments, sentence) in rows {
                    let isServing = ["serve", "demo"].contains(arguments[0])
                    let ports = isServing ? ["--web-port", "0", "--hj212-port", "0"] : []
                    let run = try await CommandRun.of(arguments + ports, input: Self.password, in: folder)
                    #expect(run.exitCode == 1, "\(arguments)")
                    #expect(run.complaint.contains(sentence), "\(arguments): \(run.complaint)")
                    #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
                    #expect(run.output.isEmpty, "\(arguments)")
                }
                let after = try Self.digests(in: folder)
                #expect(after.filter { before[$0.key] != $0.value }.keys.sorted() == [] && after.count == before.count)
            }
        }

        @Test func `a real installation knows passwords and no demonstration`() async throws {
            try await TemporaryFolder.with { folder in
                let name = "a.very-long_name-of-somebody-who-administers@jianhu.example.cn"
                let made = try await CommandRun.of(
                    ["init", "--admin", name, "--database", "real.sqlite"], input: Self.password, in: folder)
                #expect(made.exitCode == 0 && made.output.contains("jianhu serve --database real.sqlite"))
                #expect(made.complaint.isEmpty)
                let starts = made.output.matches(of: /start password of (\w+) .*: ([a-z2-7-]{24})/)
                #expect(starts.map { String($0.1) } == ["security", "audit"])
                #expect(!made.output.contains(Self.password))
                let rights = try FileManager.default.attributesOfItem(atPath: folder.path + "/real.sqlite")
                #expect((rights[.posixPermissions] as? Int) == 0o600)
                try await RunningProgram.with(["serve", "--database", "real.sqlite"], in: folder) { program in
                    var visitor = Caller(program.webPort)
                    #expect(try await visitor.get("/demo").status == 404)
                    #expect(try await visitor.post("/demo/become", ["person": "P-ADMIN"]).status == 404)
                    let wrong = try await visitor.enter("/sign-in", ["login": name, "password": "wrong password 1"])
                    #expect(wrong.status == 401 && wrong.text("rule") == "ACC-PASSWORD")
                    #expect(try await visitor.get("/people").status == 401)
                    let right = try await visitor.enter("/sign-in", ["login": name, "password": Self.password])
                    #expect(right.status == 200 && right.text("location") == "/account/second-factor")
                    #expect(try await visitor.get("/people").text("rule") == "ACC-FACTOR-OWED")
                    try await visitor.enrolSecondFactor()
                    #expect(try await visitor.get("/people").texts("people", "login") == [name, "audit", "security"])
                    var security = Caller(program.webPort)
                    let start = try #require(starts.first.map { String($0.2) })
                    let begun = try await security.enter("/sign-in", ["login": "security", "password": start])
                    #expect(begun.text("location") == "/account/password")
                    let outcomes = try await visitor.get("/people").texts("signIns", "outcome")
                    #expect(outcomes == ["signed-in", "signed-in", "refused"])
                    #expect(try await visitor.post("/sign-out", [:]).status == 200)
                    #expect(try await visitor.get("/people").status == 401)
                    #expect(try await visitor.get("/healthz").text("status") == "ok")
                }
            }
        }

        static let password = "correct horse battery staple"

        /// Makes a real installation.
        static func makeInstallation(_ file: String, in folder: URL) async throws {
            let place = folder.appending(path: file)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            let run = try await CommandRun.of(
                ["init", "--admin", "root", "--database", file], input: password, in: folder)
            try #require(run.exitCode == 0, "\(run.complaint)")
        }

        /// A database that some other program keeps.
        static func makeDatabaseOfAnother(_ file: String, in folder: URL) async throws {
            let database = try SQLiteDatabase(path: folder.appending(path: file).path)
            _ = try await database.write { try $0.execute("CREATE TABLE note (words TEXT NOT NULL)") }
            try database.close()
        }

        /// Every file below a folder with its content; locks and empty write-ahead logs, which come and go, left out.
        static func digests(in folder: URL) throws -> [String: Data] {
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            let files = names.filter { !$0.hasSuffix(".lock") && !$0.hasSuffix("-shm") }.map { name in
                (name, FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data())
            }
            return Dictionary(uniqueKeysWithValues: files.filter { !($0.0.hasSuffix("-wal") && $0.1.isEmpty) })
        }
    }
}
