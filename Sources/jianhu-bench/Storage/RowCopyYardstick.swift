import GRDBSQLite

/// How fast the engine alone takes the rows that a run has stored: the same table, the same rows in the order of their
/// arrival, the same file system, the same `synchronous = FULL`, prepared once, through SQLite's C interface.
struct RowCopyYardstick {
    let file: String

    /// The tables that frames have been kept in, the present one first.
    private static let tables = ["monitoring_packed_frame", "monitoring_frame"]
    private static let rowsMax = 200_000

    /// Rows a second with so many rows in a transaction; reading them is not counted.
    func rowsPerSecond(batch: Int) throws -> Double {
        let source = try Connection(file)
        guard
            let (table, schema) = try Self.tables.lazy.compactMap({ table in
                try source.text("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '\(table)'")
                    .map { (table, $0) }
            }).first
        else { throw BenchFault("\(file) has no table of frames; the benchmark must learn the new schema") }
        let target = try Connection(file + "-copy")
        for statement in ["PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", schema] {
            try target.run(statement)
        }
        let reading = try source.statement(
            "SELECT * FROM \(table) ORDER BY batch_sequence, batch_position LIMIT \(Self.rowsMax)")
        defer { sqlite3_finalize(reading) }
        let columns = sqlite3_column_count(reading)
        let marks = (1...columns).map { "?\($0)" }.joined(separator: ", ")
        let writing = try target.statement("INSERT INTO \(table) VALUES (\(marks))")
        defer { sqlite3_finalize(writing) }
        var rows = 0
        var took = Duration.zero
        var isMore = true
        while isMore {
            var values: [OpaquePointer?] = []
            while values.count < Int(columns) * max(1, batch) {
                // Asked once more after its last row, a statement would begin anew.
                isMore = sqlite3_step(reading) == SQLITE_ROW
                guard isMore else { break }
                for column in 0..<columns { values.append(sqlite3_value_dup(sqlite3_column_value(reading, column))) }
            }
            defer { for value in values { sqlite3_value_free(value) } }
            let start = ContinuousClock.now
            try target.insert(values, columns: columns, writing)
            took += ContinuousClock.now - start
            rows += values.count / Int(columns)
        }
        return Double(rows) / took.seconds
    }
}

/// A bare connection to a file.
private final class Connection {
    private var handle: OpaquePointer?

    init(_ file: String) throws {
        guard sqlite3_open(file, &handle) == SQLITE_OK else { throw failure() }
    }

    deinit {
        sqlite3_close(handle)
    }

    func run(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    func statement(_ sql: String) throws -> OpaquePointer? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure() }
        return statement
    }

    func text(_ sql: String) throws -> String? {
        let statement = try statement(sql)
        defer { sqlite3_finalize(statement) }
        guard sqlite3_step(statement) == SQLITE_ROW, let text = sqlite3_column_text(statement, 0) else { return nil }
        return String(cString: text)
    }

    /// One transaction.
    func insert(_ values: [OpaquePointer?], columns: Int32, _ statement: OpaquePointer?) throws {
        try run("BEGIN IMMEDIATE")
        for first in stride(from: 0, to: values.count, by: Int(columns)) {
            for column in 0..<Int(columns) {
                sqlite3_bind_value(statement, Int32(column + 1), values[first + column])
            }
            guard sqlite3_step(statement) == SQLITE_DONE else { throw failure() }
            sqlite3_reset(statement)
        }
        try run("COMMIT")
    }

    private func failure() -> BenchFault {
        BenchFault("SQLite says: \(String(cString: sqlite3_errmsg(handle))); check the space on the disk")
    }
}
