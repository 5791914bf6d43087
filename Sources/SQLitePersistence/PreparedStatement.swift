import GRDB
import GRDBSQLite
import Persistence

/// One statement bound and run many times through SQLite's own interface: a tenth of the cost of a call through GRDB.
///
/// It runs inside the transaction that GRDB has opened, and holds no transaction statement itself.
struct PreparedStatement {
    private let statement: Statement
    private var handle: OpaquePointer { statement.sqliteStatement }
    private let connection: OpaquePointer?

    init(_ sql: String, in database: GRDB.Database) throws {
        statement = try database.cachedStatement(sql: sql)
        connection = database.sqliteConnection
    }

    /// Runs it once for each row; tells how many rows each run changed.
    func run(_ rows: [[SQLValue]]) throws -> [Int] {
        defer {
            sqlite3_reset(handle)
            sqlite3_clear_bindings(handle)
        }
        let parameterCount = Int(sqlite3_bind_parameter_count(handle))
        return try rows.map { row in
            guard row.count == parameterCount else {
                throw DatabaseError(
                    resultCode: .SQLITE_MISUSE, message: "\(row.count) arguments for \(parameterCount) places")
            }
            sqlite3_reset(handle)
            for (index, value) in row.enumerated() { try bind(value, at: Int32(index + 1)) }
            let result = sqlite3_step(handle)
            guard result == SQLITE_DONE else { throw fault(result) }
            return Int(sqlite3_changes(connection))
        }
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

    private func fault(_ result: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: result),
            message: connection.map { String(cString: sqlite3_errmsg($0)) }, sql: statement.sql)
    }

    // SQLite's header defines SQLITE_TRANSIENT as the pointer of all ones, which Swift cannot import; it is never
    // called, only compared, so that no function of that address is needed.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
