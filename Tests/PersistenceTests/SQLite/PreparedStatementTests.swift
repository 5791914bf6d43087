import Kernel
import Persistence
import SQLitePersistence
import Testing

struct PreparedStatementTests {
    private static let table =
        "CREATE TABLE item (number {integer} NOT NULL PRIMARY KEY, words {text}, content {blob}) {clustered}"
    private static let insertion = """
        INSERT INTO item (number, words, content) VALUES (?1, ?2, ?3) ON CONFLICT (number) DO NOTHING
        """
    private static let rows: [[SQLValue]] = [
        [.integer(.max), .text("鉴湖 e\u{301}"), .blob([])], [.integer(.min), .text(""), .blob([0, 255])],
        [.integer(.max), .text("again"), .null], [.integer(7), .null, .null],
    ]

    @Test func `each row is bound afresh, and what it changed is told`() async throws {
        let stage = try await TrunkStage(withTrunk: false, [Self.table])
        let changed = try await stage.database.write { access in
            let first = try access.executeEach(Self.insertion, Self.rows)
            #expect(try access.executeEach(Self.insertion, []) == [])
            return first + (try access.executeEach(Self.insertion, [Self.rows[3]]))
        }
        #expect(changed == [1, 1, 0, 1, 0])
        let stored = try await stage.database.read { access in
            try access.rows("SELECT number, words, content FROM item ORDER BY number DESC").map { row in
                try ["number", "words", "content"].map(row.value)
            }
        }
        #expect(stored == [Self.rows[0], Self.rows[3], Self.rows[1]])
    }

    @Test(
        arguments: [
            [.int(2), .text("ha\u{0}lf"), .null], [.int(2), .null],
            [.int(2), .null, .null, .null], [.null, .null, .null],
        ] as [[SQLValue]])
    func `a row that cannot be stored is a fault that takes everything back`(row: [SQLValue]) async throws {
        let stage = try await TrunkStage(withTrunk: false, [Self.table])
        await #expect(throws: (any Error).self) {
            try await stage.database.write { access in
                _ = try access.executeEach(Self.insertion, [[.int(1), .null, .null], row])
            }
        }
        let count = try await stage.database.write { access in
            // The statement stays usable.
            #expect(try access.executeEach(Self.insertion, [Self.rows[3]]) == [1])
            return try access.rows("SELECT number FROM item").count
        }
        #expect(count == 1)
    }
}
