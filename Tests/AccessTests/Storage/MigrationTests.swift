import Foundation
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Access

struct MigrationTests {
    @Test func `an older database keeps its people, passwords and certificates`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-old-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try SQLiteDatabase(path: folder.appendingPathComponent("old.sqlite").path)
        let old = Schema(tables: [], migrations: [.access0001CreatePeople, .access0002CreateCertificates])
        try await Migrator.migrate(database, to: [TrunkSchema.schema, old])
        try await database.write { access in
            for statement in [
                """
                INSERT INTO access_person (person_id, login, name, role, region_code, enterprise_id, password_hash,
                  created_at_ms)
                VALUES ('P-ADMIN', 'root', '管理', 'administrator', NULL, NULL, 'kept', 1),
                  ('P2', 'officer', '分局', 'branch-officer', '330602', NULL, NULL, 2)
                """,
                """
                INSERT INTO access_certificate (number, person_id, valid_from, valid_to, withdrawn_at_ms)
                VALUES ('C1', 'P2', '2026-01-01', '2027-01-01', NULL)
                """,
                """
                INSERT INTO access_session (token_hash, person_id, csrf_token, created_at_ms, expires_at_ms,
                  last_seen_ms)
                VALUES (zeroblob(32), 'P2', '\(String(repeating: "0", count: 64))', 1, 2, 1)
                """,
            ] { _ = try access.execute(statement) }
        }
        try await Migrator.migrate(database, to: [TrunkSchema.schema, AccessRoom.schema])
        let people = try await database.read { try People.all(limit: 9, in: $0) }
        #expect(people.map(\.id.text) == ["P-ADMIN", "P2"])
        #expect(people.map(\.post) == [.administrator, .branchOfficer(RegionCode(checked: "330602"))])
        #expect(people.allSatisfy { $0.standing == .active && $0.organisation == nil })
        let kept = try await database.read { access in
            try access.row("SELECT password_hash FROM access_person WHERE login = 'root'")?.text("password_hash")
        }
        #expect(kept == "kept")
        #expect(try await database.read { try Certificates.all(in: $0) }.map(\.person.text) == ["P2"])
        #expect(try await database.read { try $0.rows("SELECT token_hash FROM access_session") }.isEmpty)
        // The foreign keys point at the table that took the old one's place.
        await #expect(throws: (any Error).self) {
            try await database.write { access in
                _ = try access.execute(
                    """
                    INSERT INTO access_certificate (number, person_id, valid_from, valid_to)
                    VALUES ('C2', 'nobody', '2026-01-01', '2027-01-01')
                    """)
            }
        }
        #expect(try await database.read { try $0.rows("PRAGMA foreign_key_check") }.isEmpty)
    }
}
