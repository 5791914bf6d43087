import Testing

/// (f) SQL lives in `Storage` and `Migrations` folders, in `Persistence` and in its drivers.
struct SQLPlaceRule {
    private static let statements = [
        ["SELECT"], ["INSERT", "INTO"], ["INSERT", "OR"], ["DELETE", "FROM"], ["CREATE", "TABLE"], ["CREATE", "INDEX"],
        ["CREATE", "UNIQUE"], ["ALTER", "TABLE"], ["DROP", "TABLE"], ["PRAGMA"],
    ]

    static func violations(in tree: SourceTree) -> [Violation] {
        tree.swiftSources
            .filter { !["Persistence", "SQLitePersistence"].contains($0.room) }
            .filter { !$0.isUnder(folder: "Storage") && !$0.isUnder(folder: "Migrations") }
            .flatMap { file in
                file.code.filter { $0.kind == .literal && isSQL($0.text) }
                    .map { Violation(file, $0.line, "SQL belongs into the Storage folder of its room") }
            }
    }

    /// Whether a literal begins a statement. SQL is written in capitals here, so prose does not count.
    static func isSQL(_ text: String) -> Bool {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
        let begins = words.indices.contains { index in
            statements.contains { words[index...].starts(with: $0) && words.count > $0.count }
        }
        return begins || (words.first == "UPDATE" && words.contains("SET"))
    }

    @Test func `SQL stays in storage`() {
        expectNone(Self.violations(in: .repository))
    }

    @Test(arguments: [
        ("SELECT id FROM site", true), ("  \n INSERT INTO site VALUES (?1)", true), ("UPDATE site SET a = ?1", true),
        ("WITH a AS (SELECT 1 AS b) SELECT b FROM a", true), ("DELETE FROM site", true), ("PRAGMA synchronous", true),
        ("CREATE TABLE site (id)", true), ("select a site", false), ("SELECTED", false), ("UPDATE", false),
        ("INSERT", false), ("please DELETE it", false),
    ])
    func `a statement is told from prose`(text: String, expected: Bool) {
        #expect(Self.isSQL(text) == expected)
    }

    @Test func `only storage folders and drivers may hold it`() {
        let text = "let a = \"\"\"\n  SELECT 1\n  \"\"\" // SELECT b"
        let tree = SourceTree([
            "Sources/Registry/Storage/A.swift": text, "Sources/Registry/Storage/Migrations/B.swift": text,
            "Sources/Persistence/C.swift": text, "Sources/Registry/Pages/D.swift": text, "Sources/App/E.swift": text,
        ])
        #expect(Self.violations(in: tree).map(\.path) == ["Sources/App/E.swift", "Sources/Registry/Pages/D.swift"])
    }
}
