import Dispatch
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// Keeps the write-ahead log short: copies it into the file beside the commits, and lets it begin anew between two of
/// them, so that hardly an answer waits for either.
///
/// *Copying* takes its time (pages are written all over the file, then the file is synchronised), so it has a
/// connection and a queue of its own. *Beginning anew* is the writer's next commit after everything was copied; what
/// the copy has left over is copied by the writer itself, between two commits, and is little.
///
/// System SQLite has a fault before 3.51.3: a checkpoint may lose pages when another connection lets the log begin anew
/// in the same moment. That must not be left to chance. During a copy a reader therefore holds a snapshot that is older
/// than the newest commit: what is newer cannot be copied, so the log is never copied to its end, so no commit lets
/// it begin anew. And the writer copies the rest only while no copy is under way.
///
/// When a reader keeps the log from beginning anew until it has grown past its bound, the writer waits for the readers
/// that look at it; readers that come meanwhile read from the file. Only a single snapshot that stays open (`verify` of
/// a large file) can hold the log.
final class WriteAheadLog: Sendable {
    /// Pages in the log after the newest commit, as the engine told.
    private let pageCount = Atomic<Int>(0)
    /// How many of them there were when copying last began; 0 since the log began anew.
    private let copiedCount = Atomic<Int>(0)
    /// Commits heard of.
    private let commitCount = Atomic<Int>(0)
    /// Whether a copy is under way or about to be.
    private let isCopying = Atomic<Bool>(false)
    private let queue = DispatchQueue(label: "jianhu.write-ahead-log")

    private let limits: Limits

    /// When what is done, in pages of 4 KiB. Design values, measured in decision 17.
    struct Limits: Sendable {
        /// Pages behind the last copy at which the next is due.
        var copy = 8_192
        /// Pages at which the log shall begin anew.
        var renew = 24_576
        /// Pages at which the writer waits for readers.
        var bound = 65_536
    }

    /// How long the writer waits for readers, at most, in milliseconds; then it is tried again with the next copy.
    private static let waitMs: Int32 = 500
    /// How long a copy waits for the commits that make it safe, at most, in milliseconds.
    private static let patienceMs = 1_000

    init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Hears of every commit of a connection, which must not outlive the log.
    func watch(_ database: GRDB.Database) {
        // The owner of the connection keeps the log too, so the pointer is good as long as commits can come.
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            database.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<WriteAheadLog>.fromOpaque(context).takeUnretainedValue().hasGrown(to: Int(pages))
                return SQLITE_OK
            }, context)
    }

    private func hasGrown(to pages: Int) {
        let before = pageCount.exchange(pages, ordering: .relaxed)
        if pages < before { copiedCount.store(0, ordering: .relaxed) }
        commitCount.add(1, ordering: .releasing)
    }

    private var isDue: Bool {
        pageCount.load(ordering: .relaxed) - copiedCount.load(ordering: .relaxed) >= limits.copy
    }

    /// Copies when it is time, on a queue of its own; returns at once. Called after commits.
    func tend(_ connections: Connections, of writer: any DatabaseWriter) {
        guard isDue, !isCopying.exchange(true, ordering: .acquiring) else { return }
        queue.async {
            defer { self.isCopying.store(false, ordering: .releasing) }
            let pages = self.pageCount.load(ordering: .relaxed)
            self.copiedCount.store(pages, ordering: .relaxed)
            self.copy(connections)
            guard pages >= self.limits.renew else { return }
            // Inside this job, so that no copy begins meanwhile.
            writer.writeWithoutTransaction { database in self.copyRest(database, pages) }
        }
    }

    /// Returns when no copy is under way any more.
    func settle() {
        queue.sync {}
    }

    /// Copies while commits go on. What cannot be copied now stays durable in the log.
    private func copy(_ connections: Connections) {
        try? connections.anchor.read { database in
            _ = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_schema")
            guard isOutrun() else { return }
            try connections.copier.writeWithoutTransaction { database in
                _ = try database.checkpoint(.passive)
            }
        }
    }

    /// Waits until the log has certainly grown behind the snapshot that was just opened. One commit may have been in it
    /// without having been heard of, so it takes two.
    private func isOutrun() -> Bool {
        let enough = commitCount.load(ordering: .acquiring) + 2
        for _ in 0..<Self.patienceMs {
            if commitCount.load(ordering: .acquiring) >= enough { return true }
            usleep(1_000)
        }
        return false
    }

    /// Copies what is left, on the writer's connection outside of any transaction, so that its next commit begins the
    /// log anew.
    private func copyRest(_ database: GRDB.Database, _ pages: Int) {
        let connection = database.sqliteConnection
        guard pages >= limits.bound else {
            sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
            return
        }
        sqlite3_busy_timeout(connection, Self.waitMs)
        let result = sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        sqlite3_busy_timeout(connection, SQLiteDatabase.busyTimeoutMs)
        if result == SQLITE_OK {
            pageCount.store(0, ordering: .relaxed)
            copiedCount.store(0, ordering: .relaxed)
        }
    }

    /// The connections of the copy, beside those of the pool.
    struct Connections: Sendable {
        /// Copies.
        let copier: DatabaseQueue
        /// Holds the snapshot that is older than the newest commit.
        let anchor: DatabaseQueue

        init(path: String, configuration: Configuration) throws {
            copier = try DatabaseQueue(path: path, configuration: configuration)
            var reading = configuration
            reading.readonly = true
            anchor = try DatabaseQueue(path: path, configuration: reading)
        }

        func close() throws {
            try anchor.close()
            try copier.close()
        }
    }
}
