import Facts
import Foundation
import Kernel
import Persistence
import SQLitePersistence
import Synchronization
import TestMaterial

/// A database of its own with the trunk in it, a clock that stands still until it is moved, and repeatable entropy.
final class TrunkStage: Sendable {
    let folder: URL
    let database: SQLiteDatabase
    let clock = StageClock()
    let entropy = CountingEntropy()
    var journal: Journal { Journal(clock: clock, entropy: entropy) }
    var decisions: DecisionLog { DecisionLog(journal: journal, clock: clock, entropy: entropy) }
    var file: String { folder.appendingPathComponent("test.sqlite").path }

    /// Steps of a room that stands beside the trunk, or instead of it.
    init(withTrunk: Bool = true, _ statements: [String] = []) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-trunk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        let beside = Schema(tables: [], migrations: [Migration("stage-0001-create", statements)])
        try await Migrator.migrate(database, to: withTrunk ? [TrunkSchema.schema, beside] : [beside])
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Appends one note for each subject in one transaction.
    func append(_ subjects: [FactSubject]) async throws {
        try await database.write { [journal] access in
            for (number, subject) in subjects.enumerated() {
                try journal.append(StageNote(number: number), about: subject, by: .system("stage"), in: access)
            }
        }
    }

    func execute(_ sql: String) async throws {
        try await database.write { access in _ = try access.execute(sql) }
    }

    func entries() async throws -> [JournalEntry] {
        try await database.read { access in
            var entries: [JournalEntry] = []
            try Journal.forEachEntry(access) { entries.append($0) }
            return entries
        }
    }
}

/// A fact that means nothing.
struct StageNote: Fact {
    static let kind = "stage.noted"
    let number: Int
}

/// A clock that stands still until it is moved.
final class StageClock: WallClock {
    private let moment = Mutex(Instant(milliseconds: 1_795_000_000_000))

    func now() -> Instant { moment.withLock { $0 } }

    func pass(milliseconds: Int64) {
        moment.withLock { $0 = $0.adding(milliseconds: milliseconds) }
    }
}

/// Bytes that never repeat and are the same on each run.
final class CountingEntropy: EntropySource {
    private let calls = Mutex(0)

    func bytes(_ count: Int) -> [UInt8] {
        let call = calls.withLock { number in
            number += 1
            return number
        }
        return Array(Digest256(of: "seed \(call)").bytes.prefix(count))
    }
}

/// Stamps and scopes by chance, drawn from few values so that they meet.
struct StampDice {
    private var source: SeededGenerator
    private static let regions = ["330602", "330603", "3306BH"].map { RegionCode(checked: $0) }
    private static let firms = ["E01", "E02", "E03"].map { EnterpriseID(checked: $0) }

    init(seed: UInt64) {
        source = SeededGenerator(seed: seed)
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &source) }

    mutating func firm() -> EnterpriseID { Self.firms[number(0..<3)] }

    mutating func region() -> RegionCode { Self.regions[number(0..<3)] }

    mutating func subject() -> FactSubject {
        FactSubject(
            enterprise: number(0..<3) == 0 ? nil : firm(), region: number(0..<3) == 0 ? nil : region(),
            reference: "R\(number(0..<2))")
    }

    mutating func scope() -> Scope {
        switch number(0..<4) {
        case 0: .city
        case 1: .regions(Set((0..<number(0..<4)).map { _ in region() }))
        case 2: .enterprise(firm())
        default: .nothing
        }
    }
}
