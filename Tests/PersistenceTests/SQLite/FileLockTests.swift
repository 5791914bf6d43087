import Facts
import Foundation
import Persistence
import SQLitePersistence
import Testing

struct FileLockTests {
    @Test func `one file has one server, by whatever name it is called`() async throws {
        let stage = try await TrunkStage()
        let link = stage.folder.appendingPathComponent("link.sqlite").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: stage.file)
        for name in [stage.file, link, stage.folder.path + "/./test.sqlite"] {
            #expect(throws: DatabaseFileRefusal.inUse(path: name)) { try SQLiteDatabase(path: name) }
        }
        try await stage.append([.city])
    }

    @Test func `another process sees the lock, until the file is let go`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("test.sqlite").path
        /// What `flock` of util-linux says when it asks for the lock without waiting: 0 granted, 1 refused.
        func ask() throws -> Int32 {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["flock", "--nonblock", file + ".lock", "true"]
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus
        }
        var database: SQLiteDatabase? = try SQLiteDatabase(path: file)
        #expect(try database?.synchronousSetting() == 2)
        #expect(try ask() == 1)
        database = nil
        #expect(try ask() == 0)
        database = try SQLiteDatabase(path: file)
        #expect(try ask() == 1)
    }

    @Test func `a folder that is not there is named`() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("no-\(UUID().uuidString)/a.sqlite")
            .path
        let refusal = try #require(throws: DatabaseFileRefusal.self) { try SQLiteDatabase(path: file) }
        #expect(refusal.description.contains(file + ".lock cannot be opened (No such file"))
    }

    @Test func `reading only takes no lock, sees commits, and cannot write`() async throws {
        let stage = try await TrunkStage()
        try await stage.append([.city])
        let reader = try SQLiteDatabase(path: stage.file, mode: .readOnly)
        #expect(try await reader.read { try Journal.lastSequence($0) } == 1)
        try await stage.append([.city])
        #expect(try await reader.read { try Journal.lastSequence($0) } == 2)
        await #expect(throws: (any Error).self) {
            try await reader.write { access in _ = try access.execute("DELETE FROM journal_entry") }
        }
        #expect(try await stage.entries().count == 2)
    }

    @Test func `a database at rest is read, one that is not there is not made`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("test.sqlite").path
        #expect(throws: (any Error).self) { try SQLiteDatabase(path: file, mode: .readOnly) }
        #expect(!FileManager.default.fileExists(atPath: file))
        var serving: SQLiteDatabase? = try SQLiteDatabase(path: file)
        if let serving { try await Migrator.migrate(serving, to: [TrunkSchema.schema]) }
        serving = nil
        let reader = try SQLiteDatabase(path: file, mode: .readOnly)
        #expect(try await reader.read { try Journal.lastSequence($0) } == 0)
    }
}
