import Foundation
import Kernel
import Persistence
import SQLitePersistence
import Testing

struct MigratorTests {
    private static let first = Migration(
        "room-0001-create", ["CREATE TABLE a (n {integer} NOT NULL)", "INSERT INTO a (n) VALUES (1)"])
    private static let second = Migration("room-0002-add", ["ALTER TABLE a ADD COLUMN t {text}"])
    private static let other = Migration("other-0001-create", ["CREATE TABLE b (n {blob})"])
    private static let all = [first, second, other]

    private static func schemas(_ steps: [Migration]) -> [Schema] { [Schema(tables: [], migrations: steps)] }

    /// The whole schema as the engine tells it, with what the runner remembers.
    private static func dump(_ database: SQLiteDatabase) async throws -> [String] {
        try await database.read { access in
            let objects = try access.rows("SELECT name, COALESCE(sql, '') AS words FROM sqlite_master ORDER BY name")
            let hasSteps = try objects.contains { try $0.text("name") == "schema_migration" }
            let steps = hasSteps ? try access.rows("SELECT identifier FROM schema_migration ORDER BY position") : []
            return try objects.map { try $0.text("words") } + steps.map { try $0.text("identifier") }
        }
    }

    private static func emptyDatabase(_ body: (SQLiteDatabase) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path))
    }

    @Test func `every way to the newest schema ends in the same one, and going twice does nothing`() async throws {
        var dumps: [[String]] = []
        for stopsAfter in 0...3 {
            try await Self.emptyDatabase { database in
                try await Migrator.migrate(database, to: Self.schemas(Array(Self.all.prefix(stopsAfter))))
                for _ in 0..<2 { try await Migrator.migrate(database, to: Self.schemas(Self.all)) }
                let rows = try await database.read { try $0.rows("SELECT n, t FROM a").count }
                #expect(rows == 1)
                dumps.append(try await Self.dump(database))
            }
        }
        #expect(dumps.count == 4 && Set(dumps).count == 1)
        #expect(dumps[0].suffix(3) == ["room-0001-create", "room-0002-add", "other-0001-create"])
    }

    @Test func `what this program must not touch is refused, and stays untouched`() async throws {
        try await Self.emptyDatabase { database in
            try await Migrator.migrate(database, to: Self.schemas([Self.first, Self.second]))
            let before = try await Self.dump(database)
            let edited = Migration(Self.first.identifier, Self.first.statements + ["DROP TABLE a"])
            await #expect(throws: Migrator.Refusal.edited(identifier: "room-0001-create")) {
                try await Migrator.migrate(database, to: Self.schemas([Self.other, edited, Self.second]))
            }
            let regrouped = Migration(Self.first.identifier, [Self.first.statements.joined(separator: ";")])
            await #expect(throws: Migrator.Refusal.edited(identifier: "room-0001-create")) {
                try await Migrator.migrate(database, to: Self.schemas([regrouped, Self.second]))
            }
            await #expect(throws: Migrator.Refusal.newer(identifier: "room-0002-add")) {
                try await Migrator.migrate(database, to: Self.schemas([Self.first, Self.other]))
            }
            #expect(try await Self.dump(database) == before)
        }
    }

    @Test func `a step that fails leaves nothing of its run`() async throws {
        let broken = Migration("room-0003-break", ["CREATE TABLE c (n {integer})", "INSERT INTO nowhere VALUES (1)"])
        try await Self.emptyDatabase { database in
            await #expect(throws: (any Error).self) {
                try await Migrator.migrate(database, to: Self.schemas([Self.first, broken]))
            }
            #expect(try await Self.dump(database) == [])
            try await Migrator.migrate(database, to: Self.schemas([Self.first]))
            let before = try await Self.dump(database)
            await #expect(throws: (any Error).self) {
                try await Migrator.migrate(database, to: Self.schemas([Self.first, Self.other, broken]))
            }
            #expect(try await Self.dump(database) == before)
        }
    }

    @Test func `two steps of one name are a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            let step = Migration("room-0001-create", [])
            try? await Migrator.migrate(UnusedDatabase(), to: [Schema(tables: [], migrations: [step, step])])
        }
    }

    @Test func `the trunk declares exactly the tables it makes`() async throws {
        let stage = try await TrunkStage()
        let made = try await stage.database.read { access in
            try access.rows("SELECT name FROM sqlite_master WHERE type = 'table'").map { try $0.text("name") }
        }
        #expect(Set(made) == Set(TrunkSchema.schema.tables.map(\.name)).union(["schema_migration"]))
    }
}
