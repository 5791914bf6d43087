import Foundation
import Kernel
import Persistence
import SQLitePersistence
import Testing

struct SQLiteDatabaseTests {
    private static let table = "CREATE TABLE item (number {integer}, words {text}, content {blob})"

    private static func insert(_ values: [SQLValue], in access: any WriteAccess) throws {
        try access.execute("INSERT INTO item (number, words, content) VALUES (?1, ?2, ?3)", values)
    }

    private static func count(_ access: any ReadAccess) throws -> Int {
        try #require(try access.row("SELECT COUNT(*) AS items FROM item")).int("items")
    }

    @Test func `a commit waits for the disk`() async throws {
        let stage = try await TrunkStage()
        #expect(try stage.database.synchronousSetting() == 2)
    }

    @Test(
        arguments: [
            [.integer(.max), .text("鉴湖 e\u{301} 😀 \u{1}\u{7F}\u{2028}"), .blob([])],
            [.integer(.min), .text(""), .blob(Array(UInt8.min...UInt8.max))],
            [.integer(0), .text("1'; DROP TABLE item; --"), .blob([0])],
            [.null, .null, .null],
            [.integer(-1), .text("2.50"), .blob(Array("text".utf8))],
        ] as [[SQLValue]])
    func `every value comes back as it was`(values: [SQLValue]) async throws {
        let stage = try await TrunkStage(withTrunk: false, [Self.table])
        try await stage.database.write { try Self.insert(values, in: $0) }
        let row = try #require(try await stage.database.read { try $0.row("SELECT * FROM item") })
        #expect(try ["number", "words", "content"].map(row.value) == values)
    }

    @Test func `text with a NUL is a fault, never a shorter text`() async throws {
        let stage = try await TrunkStage(withTrunk: false, [Self.table])
        await #expect(throws: (any Error).self) {
            try await stage.database.write { access in
                try Self.insert([.int(1), .text("whole"), .null], in: access)
                try Self.insert([.int(2), .text("ha\u{0}lf"), .null], in: access)
            }
        }
        #expect(try await stage.database.read { try Self.count($0) } == 0)
    }

    @Test(arguments: ["SELECT 0.5 AS number", "SELECT number / 2.0 AS number FROM item", "SELECT 1e300 AS number"])
    func `a binary float is a fault, not a trap`(sql: String) async throws {
        let stage = try await TrunkStage(withTrunk: false, [Self.table])
        try await stage.database.write { try Self.insert([.int(1), .null, .null], in: $0) }
        await #expect(throws: (any Error).self) { try await stage.database.read { try $0.rows(sql) } }
        #expect(try await stage.database.read { try Self.count($0) } == 1)
    }

    @Test func `a thrown error takes everything back and wakes nobody`() async throws {
        struct Refusal: Error {}
        let stage = try await TrunkStage(withTrunk: false, [Self.table])
        let pending = PendingSignals(stage.database.commits)
        await #expect(throws: Refusal.self) {
            try await stage.database.write { access in
                try Self.insert([.int(1), .null, .null], in: access)
                #expect(try Self.count(access) == 1)
                throw Refusal()
            }
        }
        #expect(try await stage.database.read { try Self.count($0) } == 0)
        #expect(await pending.count() == 0)
    }

    @Test func `a rehearsal does everything, refuses what would be refused, and leaves nothing`() async throws {
        struct Refusal: Error {}
        let stage = try await TrunkStage(withTrunk: false, [Self.table])
        let pending = PendingSignals(stage.database.commits)
        try await stage.database.rehearse { access in
            try Self.insert([.int(1), .null, .null], in: access)
            #expect(try Self.count(access) == 1)
        }
        await #expect(throws: Refusal.self) { try await stage.database.rehearse { _ in throw Refusal() } }
        #expect(try await stage.database.read { try Self.count($0) } == 0)
        #expect(await pending.count() == 0)
    }

    @Test func `a reader sees one moment though a writer commits beside it`() async throws {
        let stage = try await TrunkStage(withTrunk: false, [Self.table])
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        let committed = DispatchSemaphore(value: 0)
        async let counts = stage.database.read { access in
            let before = try Self.count(access)
            beginning.finish()
            committed.wait()
            return [before, try Self.count(access)]
        }
        for await _ in begun {}
        try await stage.database.write { try Self.insert([.int(1), .null, .null], in: $0) }
        committed.signal()
        #expect(try await counts == [0, 0])
        #expect(try await stage.database.read { try Self.count($0) } == 1)
    }

    @Test func `the same question inside its own answer is answered`() async throws {
        let stage = try await TrunkStage(withTrunk: false, [Self.table])
        let pairs = try await stage.database.write { access in
            for number in 1...3 { try Self.insert([.int(number), .null, .null], in: access) }
            let sql = "SELECT number FROM item ORDER BY number"
            var pairs: [[Int]] = []
            try access.forEachRow(sql, []) { outer in
                let inner = try access.rows(sql).map { try $0.int("number") }
                pairs.append([try outer.int("number")] + inner)
                try access.forEachRow(sql, []) { _ in }
                try #require(pairs.count <= 3)
            }
            return pairs
        }
        #expect(pairs == [[1, 1, 2, 3], [2, 1, 2, 3], [3, 1, 2, 3]])
    }

    @Test func `arguments are taken by number, and changes are counted`() async throws {
        let stage = try await TrunkStage(withTrunk: false, [Self.table])
        let changed = try await stage.database.write { access in
            let sql = "INSERT INTO item (number, words) VALUES (?2, ?1), (?2, ?1 || '!')"
            return [
                try access.execute(sql, [.text("a"), .int(7)]),
                try access.execute("UPDATE item SET words = ?1 WHERE number = ?2", [.text("b"), .int(8)]),
                try access.execute("DELETE FROM item WHERE number = ?1 AND words = ?2", [.int(7), .text("a!")]),
            ]
        }
        #expect(changed == [2, 0, 1])
        await #expect(throws: (any Error).self) {
            try await stage.database.read { try $0.rows("SELECT ?1 AS a, ?2 AS b", [.int(1)]) }
        }
    }
}
