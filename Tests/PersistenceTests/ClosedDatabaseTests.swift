import Foundation
import Persistence
import SQLitePersistence
import Testing

struct ClosedDatabaseTests {
    @Test func `a closed database is one file, to be copied as it is`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-closed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, copy) = (folder.appendingPathComponent("a.sqlite"), folder.appendingPathComponent("b.sqlite"))
        let database = try SQLiteDatabase(path: file.path)
        try await database.write { access in
            try access.execute("CREATE TABLE note (number INTEGER NOT NULL)")
            for number in 1...500 { try access.execute("INSERT INTO note (number) VALUES (?1)", [.int(number)]) }
        }
        try database.close()
        try FileManager.default.copyItem(at: file, to: copy)
        let count = try await SQLiteDatabase(path: copy.path).read { access in
            try access.row("SELECT COUNT(*) AS count FROM note")?.int("count")
        }
        #expect(count == 500)
    }
}
