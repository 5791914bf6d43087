import GRDB
import Persistence

/// Statements on one SQLite connection, inside the transaction or snapshot that GRDB has opened.
struct SQLiteAccess: WriteAccess {
    let database: GRDB.Database

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Persistence.Row] {
        var rows: [Persistence.Row] = []
        try PreparedStatement(sql, in: database).query(arguments) { rows.append($0) }
        return rows
    }

    func forEachRow(
        _ sql: String, _ arguments: [SQLValue], _ body: (Persistence.Row) throws -> Void
    ) throws {
        // A statement of its own: the cached one would start anew if `body` asks the same question.
        try PreparedStatement(database.makeStatement(sql: sql), in: database).query(arguments, body)
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        // What changes rows goes the short way; what changes the schema, GRDB has to notice.
        if Self.rowVerbs.contains(where: { sql.utf8.starts(with: $0) }) {
            return try PreparedStatement(sql, in: database).run([arguments])[0]
        }
        try database.cachedStatement(sql: sql).execute(arguments: Self.bind(arguments))
        return database.changesCount
    }

    private static let rowVerbs = ["INSERT ", "UPDATE ", "DELETE "].map { Array($0.utf8) }

    /// A value that this system's tables must not hold.
    struct ForeignValue: Error, CustomStringConvertible {
        let description: String

        /// SQLite would keep the part before the NUL and say nothing.
        static let nul = ForeignValue(description: "text with a NUL character cannot be stored")
    }

    func executeEach(_ sql: String, _ rows: [[SQLValue]]) throws -> [Int] {
        guard !rows.isEmpty else { return [] }
        return try PreparedStatement(sql, in: database).run(rows)
    }

    private static func bind(_ arguments: [SQLValue]) throws -> StatementArguments {
        StatementArguments(
            try arguments.map { argument -> (any DatabaseValueConvertible)? in
                switch argument {
                case .null: return nil
                case .integer(let value): return value
                case .text(let value):
                    guard !value.utf8.contains(0) else { throw ForeignValue.nul }
                    return value
                case .blob(let value): return DatabaseBytes(value)
                }
            })
    }
}
