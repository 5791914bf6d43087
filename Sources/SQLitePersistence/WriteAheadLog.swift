import GRDB
import GRDBSQLite
import Synchronization

/// Keeps the write-ahead log short: folds it into the file between commits, never inside one, so that no answer waits
/// for it.
///
/// Only the writer's own connection folds (system SQLite 3.40 has a fault when several do). A fold that takes what it
/// can is enough as long as readers pause now and then: the next commit then begins the log anew. When it has grown
/// past its bound all the same, the fold waits for the readers that still look at it; readers that come meanwhile
/// read from the file and hold nothing up. Only a single snapshot that stays open (`verify` of a large file) can hold
/// the log.
final class WriteAheadLog: Sendable {
    /// Pages in the log after the newest commit, as the engine told.
    private let pageCount = Atomic<Int>(0)
    /// How many of them there were when the log was last folded; 0 since it began anew.
    private let foldedCount = Atomic<Int>(0)

    /// Pages behind the last fold at which the next is due.
    private let foldPages: Int
    /// Pages at which a fold waits for readers.
    private let boundPages: Int
    /// How long it waits for them, at most, in milliseconds; then it is tried again after `foldPages`.
    private static let waitMs: Int32 = 500

    /// A log of pages of 4 KiB, folded every 64 MiB and bounded at 192 MiB. Design values, measured in decision 10: a
    /// fold costs mostly its one synchronisation, so it is done seldom.
    init(foldPages: Int = 16_384, boundPages: Int = 49_152) {
        self.foldPages = foldPages
        self.boundPages = boundPages
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
        if pages < before { foldedCount.store(0, ordering: .relaxed) }
    }

    /// Whether the log has grown enough to be folded.
    var isDue: Bool {
        pageCount.load(ordering: .relaxed) - foldedCount.load(ordering: .relaxed) >= foldPages
    }

    /// Folds the log into the file, outside of any transaction. What cannot be folded now stays durable in the log.
    func fold(_ database: GRDB.Database) {
        guard isDue else { return }
        let pages = pageCount.load(ordering: .relaxed)
        foldedCount.store(pages, ordering: .relaxed)
        let connection = database.sqliteConnection
        guard pages >= boundPages else {
            sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
            return
        }
        sqlite3_busy_timeout(connection, Self.waitMs)
        let result = sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        sqlite3_busy_timeout(connection, SQLiteDatabase.busyTimeoutMs)
        if result == SQLITE_OK { hasGrown(to: 0) }
    }
}
