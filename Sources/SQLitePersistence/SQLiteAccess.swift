import GRDB
import Persistence

/// Statements on one SQLite connection, inside the transaction or snapshot that GRDB has opened.
struct SQLiteAccess: WriteAccess {
    let database: GRDB.Database

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Persistence.Row] {
        var rows: [Persistence.Row] = []
        try step(database.cachedStatement(sql: sql), arguments) { rows.append($0) }
        return rows
    }

    func forEachRow(
        _ sql: String, _ arguments: [SQLValue], _ body: (Persistence.Row) throws -> Void
    ) throws {
        // A statement of its own: the cached one would start anew if `body` asks the same question.
        try step(database.makeStatement(sql: sql), arguments, body)
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try database.cachedStatement(sql: sql).execute(arguments: Self.bind(arguments))
        return database.changesCount
    }

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

    private func step(
        _ statement: Statement, _ arguments: [SQLValue], _ body: (Persistence.Row) throws -> Void
    ) throws {
        let names = Dictionary(
            statement.columnNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: Self.bind(arguments))
        while let row = try cursor.next() {
            try body(Persistence.Row(columns: names, values: row.databaseValues.map(Self.value)))
        }
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

    private static func value(_ value: DatabaseValue) throws -> SQLValue {
        switch value.storage {
        case .null: return .null
        case .int64(let value): return .integer(value)
        case .string(let value): return .text(value)
        case .blob(let value): return .blob(Array(value))
        case .double(let value):
            // No table of this system has a REAL column; reading one would lose digits silently.
            throw ForeignValue(description: "a query yields the binary float \(value); tables hold integers and text")
        }
    }
}
