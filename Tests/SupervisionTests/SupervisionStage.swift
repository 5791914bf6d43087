import Facts
import Foundation
import Kernel
import Persistence
import SQLitePersistence
import Synchronization

@testable import Supervision

/// The room on a database file of its own, fed by its subscription to the journal.
final class SupervisionStage: Sendable {
    let folder: URL
    let database: any Database
    let clock = StageClock(CaseExample.opened)
    let journal: Journal
    let room: SupervisionRoom

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-sup-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        let entropy = CountingEntropy()
        journal = Journal(clock: clock, entropy: entropy)
        room = SupervisionRoom(
            database: database, journal: journal, surroundings: StageSurroundings(), rules: try CaseExample.rules(),
            entropy: entropy)
        try await Migrator.migrate(database, to: [TrunkSchema.schema, SupervisionRoom.schema])
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Journals a fact of Monitoring and delivers it.
    func tell(_ fact: some Fact, enterprise: String = "E1", region: String = "330602") async throws {
        let subject = FactSubject(
            enterprise: EnterpriseID(checked: enterprise), region: RegionCode(checked: region), reference: "O1")
        try await database.write { [journal] access in
            _ = try journal.append(fact, about: subject, by: .system("judge"), in: access)
        }
        try await deliver()
    }

    func deliver() async throws {
        try await JournalDelivery(database: database, subscribers: [room.subscriber]).deliverAll()
    }

    static func found(_ episode: String = "EX1") -> ExceedanceFound {
        ExceedanceFound(
            episode: EpisodeID(checked: episode), outlet: OutletID(checked: "O1"), pollutant: .sulphurDioxide,
            extent: CaseExample.extent(), decision: DecisionID(checked: "D1"))
    }

    /// Takes the steps up to a state, one a day; the officer who closes is not the one who re-checked.
    func walk(_ id: CaseID, to state: CaseState) async throws {
        while let passage = ClosedLoop.passage(from: try await subject(id)?.state ?? .closed), passage.from < state {
            try await take(passage.action, on: id)
            clock.pass(hours: 24)
        }
    }

    func take(
        _ action: CaseAction, on id: CaseID, seenStep: Int? = nil, by actor: Actor? = nil
    ) async throws {
        let steps = try await subject(id)?.steps.count ?? 0
        let usual = CaseExample.actor(ClosedLoop.passage(of: action).role, "P-\(action.rawValue)")
        try await room.take(
            action, on: id, seenStep: seenStep ?? steps, form: CaseExample.form(of: action), by: actor ?? usual,
            at: clock.now())
    }

    func subject(_ id: CaseID) async throws -> SupervisionCase? {
        try await database.read { try CaseStore.subject(id, scope: .city, in: $0) }
    }

    /// All that a refused step must leave alone, one line for each row.
    func state() async throws -> [String] {
        try await database.read { access in
            let queries = [
                "case_id || state || COALESCE(due_ms, '') || withdrawn || hex(extent) AS line FROM supervision_case",
                "case_id || number || action || hex(form) AS line FROM supervision_step",
                "duty_id || state || due_ms AS line FROM duty", "sequence || kind AS line FROM journal_entry",
            ]
            return try queries.flatMap { query in
                try access.rows("SELECT \(query) ORDER BY line").map { try $0.text("line") }
            }
        }
    }

    func differences() async throws -> [String] {
        let checks: [any SelfChecking] = [TrunkChecks(rules: []), SupervisionRoom.checks]
        return try await database.read { access in
            try checks.flatMap { try $0.check(access) }.flatMap { report in
                report.differences.map { "\(report.title): \($0)" }
            }
        }
    }

    func openDuties() async throws -> [String] {
        try await database.read { access in
            try DutyBook.open(scope: .city, limit: 100, in: access).map { "\($0.kind) \($0.role.rawValue)" }
        }
    }

    func kinds() async throws -> [String] {
        try await database.read { access in
            var kinds: [String] = []
            try Journal.forEachEntry(access) { kinds.append($0.kind) }
            return kinds
        }
    }
}

/// Places without a register behind them.
private struct StageSurroundings: CaseSurroundings {
    func place(of outlet: OutletID, in access: any ReadAccess) -> CasePlace? { .example }

    func evidence(of episode: EpisodeID, scope: Scope, in access: any ReadAccess) -> CaseEvidence? { .example }
}

extension CasePlace {
    static let example = CasePlace(
        outletTitle: "DA001 示例排放口", enterpriseName: "示例热电有限公司",
        regionName: Phrase("越城区", "Yuecheng District"), branchName: Phrase("越城分局", "Yuecheng Branch"))
}

extension CaseEvidence {
    static let example = CaseEvidence(
        decision: DecisionID(checked: "D1"),
        hours: [(50, true), (nil, false)].enumerated().map { number, hour in
            Hour(
                hour: CaseExample.opened.adding(hours: Int64(number)), value: hour.0.map { DecimalNumber($0) },
                limit: hour.0.map { _ in DecimalNumber(35) }, mark: hour.0.map { _ in "N" }, exceeds: hour.1,
                frame: Digest256(of: "\(number)"))
        })
}

/// A clock that stands still until it is moved.
final class StageClock: WallClock {
    private let moment: Mutex<Instant>

    init(_ start: Instant) {
        moment = Mutex(start)
    }

    func now() -> Instant { moment.withLock { $0 } }

    func pass(hours: Int64) {
        moment.withLock { $0 = $0.adding(hours: hours) }
    }
}

/// Bytes that never repeat and are the same on each run.
final class CountingEntropy: EntropySource {
    private let count = Mutex(0)

    func bytes(_ count: Int) -> [UInt8] {
        let seed = self.count.withLock { number in
            number += 1
            return number
        }
        return Array(Digest256(of: "seed \(seed)").bytes.prefix(count))
    }
}
