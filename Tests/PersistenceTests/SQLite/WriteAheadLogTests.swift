import Foundation
import Persistence
import Synchronization
import TestMaterial
import Testing

@testable import SQLitePersistence

struct WriteAheadLogTests {
    private static let pageBytes = 4_096 + 24
    private static let boundPages = 512

    private static func withDatabase(_ body: (SQLiteDatabase, _ logBytes: () -> Int) async throws -> Void) async throws
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-wal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("test.sqlite").path
        let log = WriteAheadLog(foldPages: 128, boundPages: boundPages)
        let database = try SQLiteDatabase(path: path, mode: .serve, log: log)
        try await database.write { access in
            _ = try access.execute("CREATE TABLE item (number INTEGER NOT NULL, content BLOB NOT NULL)")
        }
        try await body(database) {
            let size = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
            return size ?? 0
        }
        try database.close()
    }

    /// About thirty pages a commit.
    private static func write(_ number: Int, to database: SQLiteDatabase) async throws {
        try await database.write { access in
            let rows = (0..<10).map { [SQLValue.int(number * 10 + $0), .blob([UInt8](repeating: 7, count: 12_000))] }
            _ = try access.executeEach("INSERT INTO item (number, content) VALUES (?1, ?2)", rows)
        }
    }

    @Test func `the log begins anew when nobody reads`() async throws {
        try await Self.withDatabase { database, logBytes in
            var greatest = 0
            for number in 0..<60 {
                try await Self.write(number, to: database)
                greatest = max(greatest, logBytes())
            }
            // 60 commits of 30 pages; folded every 128.
            #expect(greatest < 256 * Self.pageBytes)
        }
    }

    @Test func `the log stays bounded though some reader always looks at it`() async throws {
        try await Self.withDatabase { database, logBytes in
            let isOver = Atomic<Bool>(false)
            let openReaders = Atomic<Int>(0)
            let gaps = Atomic<Int>(0)
            var greatest = 0
            try await withThrowingTaskGroup(of: Void.self) { group in
                // Two chains of readers, each of which ends only when a reader of the other has begun.
                let baton = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
                for chain in 0..<2 {
                    group.addTask {
                        while !isOver.load(ordering: .relaxed) {
                            try await database.read { access in
                                openReaders.add(1, ordering: .relaxed)
                                _ = try access.row("SELECT COUNT(*) AS items FROM item")
                                baton[chain].signal()
                                if !isOver.load(ordering: .relaxed) { baton[1 - chain].wait() }
                                if openReaders.subtract(1, ordering: .relaxed).newValue == 0 {
                                    gaps.add(1, ordering: .relaxed)
                                }
                            }
                        }
                        baton[chain].signal()
                    }
                }
                for number in 0..<300 {
                    try await Self.write(number, to: database)
                    greatest = max(greatest, logBytes())
                }
                isOver.store(true, ordering: .relaxed)
                for semaphore in baton { semaphore.signal() }
                try await group.waitForAll()
            }
            // Nine thousand pages went through it.
            #expect(greatest < 4 * Self.boundPages * Self.pageBytes)
            let items = try await database.read { try $0.row("SELECT COUNT(*) AS items FROM item")?.int("items") }
            #expect(items == 3_000)
        }
    }
}
