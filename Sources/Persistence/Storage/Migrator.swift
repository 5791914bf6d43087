import Kernel

/// Brings a database to the newest schema: forward only, each step in the one transaction of the run.
public enum Migrator {
    /// A database that this program must not touch.
    public enum Refusal: Error, Equatable, CustomStringConvertible {
        /// A step that ran was edited since.
        case edited(identifier: String)
        /// The database has steps that this program does not know: it is newer.
        case newer(identifier: String)

        public var description: String {
            switch self {
            case .edited(let identifier):
                "migration \(identifier) has changed since it ran on this database; restore the original text"
            case .newer(let identifier):
                "the database was written by a newer program (migration \(identifier)); use that program or a backup"
            }
        }
    }

    /// Runs every step that has not run, in the order given. Steps of all rooms run in one transaction.
    public static func migrate(_ database: any Database, to schemas: [Schema]) async throws {
        let dialect = database.dialect
        let steps = schemas.flatMap(\.migrations)
        precondition(Set(steps.map(\.identifier)).count == steps.count, "every migration has its own identifier")
        try await database.write { access in
            try access.execute(
                dialect.spell(
                    """
                    CREATE TABLE IF NOT EXISTS schema_migration (
                      position {integer} NOT NULL PRIMARY KEY,
                      identifier {text} NOT NULL UNIQUE,
                      sha256 {blob} NOT NULL
                    )
                    """))
            let done = try applied(access)
            for identifier in done.keys.sorted() where !steps.contains(where: { $0.identifier == identifier }) {
                throw Refusal.newer(identifier: identifier)
            }
            var position = done.count
            for step in steps {
                if let recorded = done[step.identifier] {
                    guard recorded == step.digest.bytes else { throw Refusal.edited(identifier: step.identifier) }
                    continue
                }
                for statement in step.statements { try access.execute(dialect.spell(statement)) }
                position += 1
                try access.execute(
                    "INSERT INTO schema_migration (position, identifier, sha256) VALUES (?1, ?2, ?3)",
                    [.int(position), .text(step.identifier), .digest(step.digest)])
            }
        }
    }

    private static func applied(_ access: any ReadAccess) throws -> [String: [UInt8]] {
        var steps: [String: [UInt8]] = [:]
        for row in try access.rows("SELECT identifier, sha256 FROM schema_migration ORDER BY position") {
            steps[try row.text("identifier")] = try row.blob("sha256")
        }
        return steps
    }
}
