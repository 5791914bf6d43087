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
        let log = WriteAheadLog(limits: WriteAheadLog.Limits(copy: 64, renew: 128, bound: boundPages))
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
            // 60 commits of 30 pages; copied every 64, begun anew from 128 on, and a copy takes a few commits.
            #expect(greatest < 1_024 * Self.pageBytes)
            #expect(greatest > 0)
        }
    }

    @Test func `the log stays bounded though some reader always looks at it`() async throws {
        try await Self.withDatabase { database, logBytes in
            let relay = ReaderRelay()
            var greatest = 0
            try await withThrowingTaskGroup(of: Void.self) { group in
                for chain in 0..<2 {
                    group.addTask { try await relay.read(database, chain) }
                }
                for number in 0..<300 {
                    try await Self.write(number, to: database)
                    greatest = max(greatest, logBytes())
                }
                relay.end()
                try await group.waitForAll()
            }
            // Nine thousand pages went through it.
            #expect(greatest < 4 * Self.boundPages * Self.pageBytes)
            let items = try await database.read { try $0.row("SELECT COUNT(*) AS items FROM item")?.int("items") }
            #expect(items == 3_000)
            #expect(relay.readCount > 10)
        }
    }
}

/// Two chains of readers, each of which ends only when a reader of the other has begun: there is always one.
private final class ReaderRelay: Sendable {
    private let isOver = Atomic<Bool>(false)
    private let count = Atomic<Int>(0)
    private let batons = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]

    var readCount: Int { count.load(ordering: .relaxed) }

    func read(_ database: SQLiteDatabase, _ chain: Int) async throws {
        while !isOver.load(ordering: .relaxed) {
            try await database.read { [self] access in
                count.add(1, ordering: .relaxed)
                _ = try access.row("SELECT COUNT(*) AS items FROM item")
                batons[chain].signal()
                if !isOver.load(ordering: .relaxed) { batons[1 - chain].wait() }
            }
        }
        batons[chain].signal()
    }

    func end() {
        isOver.store(true, ordering: .relaxed)
        for baton in batons { baton.signal() }
    }
}
