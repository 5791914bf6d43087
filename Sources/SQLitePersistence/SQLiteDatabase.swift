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
    private let log: WriteAheadLog
    /// The connections that keep the log short; only while this process serves the file.
    private let logConnections: WriteAheadLog.Connections?

    /// How long a statement waits for a lock that another holds, in milliseconds.
    static let busyTimeoutMs: Int32 = 5_000
    /// Page cache of the writer in KiB. Design value: the rows of the current hour of 10,000 loggers are inserted at as
    /// many places, and stay at hand.
    private static let writerCacheKiB = 65_536
    /// Page cache of each reader in KiB.
    private static let readerCacheKiB = 8_192

    /// How a file is opened.
    public enum Mode: Sendable {
        /// The one process that serves: reads and writes.
        case serve
        /// Beside it, for `verify`: reads only, takes no lock.
        case readOnly
    }

    /// Opens (and in `serve` mode creates) the file.
    public convenience init(path: String, mode: Mode = .serve) throws {
        try self.init(path: path, mode: mode, log: WriteAheadLog())
    }

    init(path: String, mode: Mode, log: WriteAheadLog) throws {
        self.log = log
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(Self.busyTimeoutMs) / 1_000)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            let cache = database.configuration.readonly ? Self.readerCacheKiB : Self.writerCacheKiB
            try database.execute(sql: "PRAGMA cache_size = -\(cache)")
        }
        switch mode {
        case .serve:
            lock = try FileLock(path: path)
        case .readOnly:
            lock = nil
            configuration.readonly = true
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        guard mode == .serve else {
            logConnections = nil
            return
        }
        try Self.demandDurability(of: pool)
        logConnections = try WriteAheadLog.Connections(path: path, configuration: configuration)
        pool.writeWithoutTransaction { database in log.watch(database) }
    }

    public func read<Value: Sendable>(
        _ body: @Sendable @escaping (any ReadAccess) throws -> Value
    ) async throws -> Value {
        try await Self.cancellably { [pool] in
            try await pool.read { database in try body(SQLiteAccess(database: database)) }
        }
    }

    public func write<Value: Sendable>(
        _ body: @Sendable @escaping (any WriteAccess) throws -> Value
    ) async throws -> Value {
        let value = try await Self.cancellably { [pool] in
            try await pool.write { database in try body(SQLiteAccess(database: database)) }
        }
        commits.fire()
        if let logConnections { log.tend(logConnections, of: pool) }
        return value
    }

    /// How often something that another task's cancellation broke off is begun again.
    private static let interruptionsMax = 5

    /// A statement that its task's cancellation broke off ends in SQLite's own error; to callers it is a cancellation.
    /// SQLite interrupts a connection, not a task: one that came too late for its own statement breaks off the next
    /// task's, whose transaction is then rolled back whole, and is begun again.
    private static func cancellably<Value>(_ access: () async throws -> Value) async throws -> Value {
        var interruptions = 0
        while true {
            do { return try await access() } catch let error as DatabaseError
                where error.resultCode == .SQLITE_INTERRUPT
            {
                guard !Task.isCancelled else { throw CancellationError() }
                interruptions += 1
                guard interruptions < interruptionsMax else { throw error }
            }
        }
    }

    /// The same for the last checkpoint, which no task can cancel.
    private func foldLog() throws {
        var interruptions = 0
        while true {
            do {
                return try pool.writeWithoutTransaction { database in _ = try database.checkpoint(.truncate) }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
                interruptions += 1
                guard interruptions < Self.interruptionsMax else { throw error }
            }
        }
    }

    /// Folds the write-ahead log into the file, so that the file alone is the whole, ends all connections, and lets
    /// other processes have the file.
    public func close() throws {
        log.settle()
        try logConnections?.close()
        try foldLog()
        try pool.close()
        lock?.release()
    }

    /// Rewrites the file and empties the write-ahead log, so that nothing of deleted or changed rows remains in either.
    public func wipeRemains() throws {
        log.settle()
        try pool.vacuum()
        try pool.writeWithoutTransaction { database in _ = try database.checkpoint(.truncate) }
    }

    /// Whether there is no table at all: whoever made the file stopped before its schema was written.
    public func isBare() async throws -> Bool {
        try await read { access in try access.row("SELECT 1 AS one FROM sqlite_schema LIMIT 1") == nil }
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
