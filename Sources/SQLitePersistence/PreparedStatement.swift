import GRDB
import GRDBSQLite
import Persistence

/// One statement bound and run through SQLite's own interface: a tenth of the cost of a call through GRDB.
///
/// It runs inside the transaction or snapshot that GRDB has opened, and holds no transaction statement itself.
struct PreparedStatement {
    private let statement: Statement
    private var handle: OpaquePointer { statement.sqliteStatement }
    private let connection: OpaquePointer?

    init(_ sql: String, in database: GRDB.Database) throws {
        self.init(try database.cachedStatement(sql: sql), in: database)
    }

    init(_ statement: Statement, in database: GRDB.Database) {
        self.statement = statement
        connection = database.sqliteConnection
    }

    /// Hands each row of its result to `body`.
    func query(_ arguments: [SQLValue], _ body: (Persistence.Row) throws -> Void) throws {
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        try bind(arguments)
        var result = sqlite3_step(handle)
        guard result == SQLITE_ROW || result == SQLITE_DONE else { throw fault(result) }
        // After the first step: SQLite prepares anew what a change of the schema made stale.
        // Many a question has no answer, and then no names are needed.
        let columns = result == SQLITE_ROW ? sqlite3_column_count(handle) : 0
        let names = (0..<columns).map { String(cString: sqlite3_column_name(handle, $0)) }
        while result == SQLITE_ROW {
            try body(Persistence.Row(columns: names, values: try names.indices.map { try value(at: Int32($0)) }))
            result = sqlite3_step(handle)
        }
        guard result == SQLITE_DONE else { throw fault(result) }
    }

    /// Runs it once for each row; tells how many rows each run changed.
    func run(_ rows: [[SQLValue]]) throws -> [Int] {
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        return try rows.map { row in
            sqlite3_reset(handle)
            try bind(row)
            let result = sqlite3_step(handle)
            guard result == SQLITE_DONE else { throw fault(result) }
            return Int(sqlite3_changes(connection))
        }
    }

    private func bind(_ arguments: [SQLValue]) throws {
        let placeCount = Int(sqlite3_bind_parameter_count(handle))
        guard arguments.count == placeCount else {
            throw DatabaseError(
                resultCode: .SQLITE_MISUSE, message: "\(arguments.count) arguments for \(placeCount) places")
        }
        for (index, value) in arguments.enumerated() { try bind(value, at: Int32(index + 1)) }
    }

    private func bind(_ value: SQLValue, at place: Int32) throws {
        let result: Int32
        switch value {
        case .null: result = sqlite3_bind_null(handle, place)
        case .integer(let number): result = sqlite3_bind_int64(handle, place, number)
        case .text(var text):
            guard !text.utf8.contains(0) else { throw SQLiteAccess.ForeignValue.nul }
            result = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text(handle, place, characters.baseAddress, Int32(characters.count), Self.copied)
                }
            }
        case .blob(let bytes):
            // An empty array may have no address, which SQLite would take for NULL.
            result =
                bytes.isEmpty
                ? sqlite3_bind_zeroblob(handle, place, 0)
                : bytes.withUnsafeBytes { buffer in
                    sqlite3_bind_blob(handle, place, buffer.baseAddress, Int32(buffer.count), Self.copied)
                }
        }
        guard result == SQLITE_OK else { throw fault(result) }
    }

    private func value(at column: Int32) throws -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_TEXT:
            // The length is asked for after the text: asking for text may convert it.
            guard let start = sqlite3_column_text(handle, column) else { throw fault(SQLITE_NOMEM) }
            let length = Int(sqlite3_column_bytes(handle, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self))
        case SQLITE_BLOB:
            // An empty blob has no address.
            guard let start = sqlite3_column_blob(handle, column) else { return .blob([]) }
            let length = Int(sqlite3_column_bytes(handle, column))
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: length)))
        case SQLITE_FLOAT:
            // No table of this system has a REAL column; reading one would lose digits silently.
            let number = sqlite3_column_double(handle, column)
            throw SQLiteAccess.ForeignValue(
                description: "a query yields the binary float \(number); tables hold integers and text")
        default: return .null
        }
    }

    private func fault(_ result: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: result),
            message: connection.map { String(cString: sqlite3_errmsg($0)) }, sql: statement.sql)
    }

    // SQLite's header defines SQLITE_TRANSIENT as the pointer of all ones, which Swift cannot import; it is never
    // called, only compared, so that no function of that address is needed.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
