import GRDB
import Persistence

/// Statements on one SQLite connection, inside the transaction or snapshot that GRDB has opened.
struct SQLiteAccess: WriteAccess {
    let database: GRDB.Database

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Persistence.Row] {
        var rows: [Persistence.Row] = []
        try forEachRow(sql, arguments) { rows.append($0) }
        return rows
    }

    func forEachRow(
        _ sql: String, _ arguments: [SQLValue], _ body: (Persistence.Row) throws -> Void
    ) throws {
        let statement = try database.cachedStatement(sql: sql)
        let names = Dictionary(
            statement.columnNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: Self.bind(arguments))
        while let row = try cursor.next() {
            try body(Persistence.Row(columns: names, values: row.databaseValues.map(Self.value)))
        }
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try database.cachedStatement(sql: sql).execute(arguments: Self.bind(arguments))
        return database.changesCount
    }

    private static func bind(_ arguments: [SQLValue]) -> StatementArguments {
        StatementArguments(
            arguments.map { argument -> (any DatabaseValueConvertible)? in
                switch argument {
                case .null: nil
                case .integer(let value): value
                case .text(let value): value
                case .blob(let value): DatabaseBytes(value)
                }
            })
    }

    private static func value(_ value: DatabaseValue) -> SQLValue {
        switch value.storage {
        case .null: .null
        case .int64(let value): .integer(value)
        case .string(let value): .text(value)
        case .blob(let value): .blob(Array(value))
        // No table of this system has a REAL column; an expression that yields one would lose digits silently.
        case .double: preconditionFailure("a query yields a binary float; store and compute with integers or text")
        }
    }
}
