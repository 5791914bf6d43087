import GRDB
public import Persistence
import Synchronization

/// One SQLite file in write-ahead mode: one writer that is durable before it answers, readers in snapshots.
///
/// One process per file; a second one is refused with a clear sentence (`FileLock`).
public final class SQLiteDatabase: Persistence.Database {
    public let dialect = Dialect.sqlite
    public let commits = CommitSignal()
    private let pool: DatabasePool
    private let lock: FileLock?

    /// How a file is opened.
    public enum Mode: Sendable {
        /// The one process that serves: reads and writes.
        case serve
        /// Beside it, for `verify`: reads only, takes no lock.
        case readOnly
    }

    /// Opens (and in `serve` mode creates) the file.
    public init(path: String, mode: Mode = .serve) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        switch mode {
        case .serve:
            lock = try FileLock(path: path)
        case .readOnly:
            lock = nil
            configuration.readonly = true
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        if mode == .serve { try Self.demandDurability(of: pool) }
    }

    public func read<Value: Sendable>(
        _ body: @Sendable @escaping (any ReadAccess) throws -> Value
    ) async throws -> Value {
        try await pool.read { database in try body(SQLiteAccess(database: database)) }
    }

    public func write<Value: Sendable>(
        _ body: @Sendable @escaping (any WriteAccess) throws -> Value
    ) async throws -> Value {
        let value = try await pool.write { database in try body(SQLiteAccess(database: database)) }
        commits.fire()
        return value
    }

    /// Folds the write-ahead log into the file, so that the file alone is the whole, and ends all connections.
    public func close() throws {
        try pool.writeWithoutTransaction { database in _ = try database.checkpoint(.truncate) }
        try pool.close()
    }

    /// Rewrites the file and empties the write-ahead log, so that nothing of deleted or changed rows remains in either.
    public func wipeRemains() throws {
        try pool.vacuum()
        try pool.writeWithoutTransaction { database in _ = try database.checkpoint(.truncate) }
    }

    /// The writer's `synchronous` setting: 2 is FULL.
    public func synchronousSetting() throws -> Int {
        try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } ?? -1
    }

    /// A pool relaxes `synchronous` when it turns the write-ahead log on, so FULL is asked for afterwards and read
    /// back.
    private static func demandDurability(of pool: DatabasePool) throws {
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else { throw NotDurable() }
        }
    }

    /// The engine does not promise that a commit survives a power cut.
    public struct NotDurable: Error, CustomStringConvertible {
        public var description: String { "SQLite refuses PRAGMA synchronous = FULL; answered frames could be lost" }
    }
}
