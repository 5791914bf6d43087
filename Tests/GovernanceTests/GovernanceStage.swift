import Facts
import Foundation
import Kernel
import Persistence
import SQLitePersistence
import Synchronization
import Testing

@testable import Governance

/// The room with the shipped policy on a database of its own, people of three units, and a clock moved by hand.
final class GovernanceStage: Sendable {
    let database: any Database
    let clock = StageClock()
    let journal: Journal
    let room: GovernanceRoom
    private let folder: URL

    /// A long-term task of 市经信局 alone.
    static let task = TaskKey(policy: PolicyCode(checked: "SZBF-2020-19"), number: 11)
    /// A task that ended with 2020, of the same unit.
    static let ended = TaskKey(policy: task.policy, number: 15)
    static let unit = "市经信局"
    static let lead = UnitMember(
        person: PersonID(checked: "P-LEAD"), name: "吕牵（示例）", role: .liaison, organisation: "LEAD",
        isOfGovernment: true)
    static let deputy = UnitMember(
        person: PersonID(checked: "P-DEPUTY"), name: "吕副（示例）", role: .liaison, organisation: "LEAD",
        isOfGovernment: true)
    static let stranger = UnitMember(
        person: PersonID(checked: "P-BANK"), name: "张贷（示例）", role: .liaison, organisation: "BANK",
        isOfGovernment: false)
    static let office = UnitMember(
        person: PersonID(checked: "P-CITY"), name: "周明（示例）", role: .cityOfficer, organisation: "BUREAU",
        isOfGovernment: true)

    init(directory: any UnitDirectory = StageDirectory()) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-policy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        try await Migrator.migrate(database, to: [TrunkSchema.schema, GovernanceRoom.schema])
        let entropy = CountingEntropy()
        journal = Journal(clock: clock, entropy: entropy)
        room = GovernanceRoom(
            database: database, journal: journal,
            decisions: DecisionLog(journal: journal, clock: clock, entropy: entropy), directory: directory,
            files: try GovernanceRoom.Files(
                policy: ShippedFile.bytes("policy/szbf-2020-19.json"),
                coverage: ShippedFile.bytes("policy/coverage.json"),
                lights: ShippedFile.bytes("rules/task-lights.json"),
                indicators: ShippedFile.bytes("policy/indicators.json"),
                scores: ShippedFile.bytes("policy/scores.json"),
                filling: ShippedFile.bytes("policy/self-filling.json"),
                surveys: ShippedFile.bytes("policy/surveys.json"),
                map: ShippedFile.bytes("rules/schematic-map.json"),
                pool: ShippedFile.bytes("policy/pool-score.json")),
            workFiles: StageFiles(), enterprises: StageEnterprises(),
            regions: [
                (RegionCode(checked: "330602"), Phrase("越城区", "Yuecheng District")),
                (RegionCode(checked: "330603"), Phrase("柯桥区", "Keqiao District")),
            ],
            calendar: WorkingDayCalendar.weekendsOnly, clock: clock)
        try await room.enterShippedPolicy()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Does something at the desk, now.
    func desk(
        _ act: @Sendable @escaping (GovernanceDesk, Instant, any WriteAccess) throws -> Void
    ) async throws {
        let (desk, now) = (room.desk, clock.now())
        try await database.write { access in try act(desk, now, access) }
    }

    /// Binds the unit, and lets its person answer for a task.
    func take(_ key: TaskKey = task) async throws {
        try await desk { desk, now, access in
            try desk.bind(Self.unit, to: "LEAD", by: .system("test"), at: now, in: access)
            try desk.assign(key, to: Self.lead.person, of: Self.unit, by: Self.office, at: now, in: access)
        }
    }

    func report(
        _ month: String, _ standing: TaskStanding = .onTrack, on key: TaskKey = task, by doer: UnitMember = lead
    ) async throws {
        let month = try #require(CivilMonth(month))
        try await desk { desk, now, access in
            let said = SaidOfMonth(month: month, standing: standing, progress: "进展", evidence: "文号")
            try desk.report(said, on: key, by: doer, at: now, in: access)
        }
    }

    func review(
        _ month: String, _ verdict: ReviewVerdict, of key: TaskKey = task, by doer: UnitMember = office
    ) async throws {
        let month = try #require(CivilMonth(month))
        try await desk { desk, now, access in
            try desk.review(month, of: key, as: verdict, note: "意见", by: doer, at: now, in: access)
        }
    }

    /// Sets the target of a year of a long-term task, and lets the office agree to it.
    func target(_ year: Int, on key: TaskKey = task) async throws {
        try await desk { desk, now, access in
            try desk.set(
                target: "当年目标（示例）", of: year, "", on: key, by: Self.lead, at: now, in: access)
            try desk.confirm(targetOf: year, on: key, by: Self.office, at: now, in: access)
        }
    }

    /// Puts the last day of a task off.
    func extend(_ key: TaskKey, to day: String) async throws {
        let day = try #require(CivilDate(day))
        try await desk { desk, now, access in
            try desk.extend(
                key, to: day, by: "纪要〔2026〕3号（示例）", because: "因（示例）", doer: Self.office, at: now, in: access)
        }
    }

    func record(_ key: TaskKey = task) async throws -> TaskRecord {
        try await database.read { try TaskStore.record(of: key, in: $0) }
    }

    /// The open duties about a task: kind, month and due day.
    func duties(_ key: TaskKey = task) async throws -> [String] {
        try await database.read { access in
            try DutyBook.all(beginningWith: key.reference + ".", in: access).filter { $0.state == .open }
                .map { "\($0.kind) \($0.reference.suffix(7)) \($0.due.civil.minuteText)" }
        }
    }

    func differences() async throws -> [String] {
        try await database.read { access in
            try (GovernanceRoom.checks.check(access) + TrunkChecks(rules: GovernanceRoom.rules).check(access))
                .flatMap(\.differences)
        }
    }
}

/// Two people of units and one of the office.
struct StageDirectory: UnitDirectory {
    private static let everybody = [
        GovernanceStage.lead, GovernanceStage.deputy, GovernanceStage.stranger, GovernanceStage.office,
    ]

    func member(_ person: PersonID, in access: any ReadAccess) throws -> UnitMember? {
        Self.everybody.first { $0.person == person }
    }

    func members(of organisation: String, in access: any ReadAccess) throws -> [UnitMember] {
        Self.everybody.filter { $0.organisation == organisation }
    }

    func organisationName(_ code: String, in access: any ReadAccess) throws -> String? {
        ["LEAD", "BANK", "BUREAU"].contains(code) ? "\(code)（示例）" : nil
    }

    func organs(in access: any ReadAccess) throws -> [(code: String, name: String)] { [("LEAD", "LEAD（示例）")] }
}

/// One enterprise is known.
struct StageEnterprises: ReceivingEnterprises {
    static let known = "越州化工（示例）"

    func name(of text: String, in access: any ReadAccess) throws -> String? {
        [Self.known, "E0001"].contains(text) ? Self.known : nil
    }

    func names(limit: Int, in access: any ReadAccess) throws -> [String] { [Self.known] }
}

/// No file comes in on this stage.
struct StageFiles: WorkFiles {
    let incoming = "/nonexistent"
    func text(gbk: [UInt8]) -> String? { nil }
    func look(_ path: String) async throws -> (mediaType: String, ending: String) { throw GovernanceRefusal.noFile }
    func bytes(_ path: String) async throws -> [UInt8] { throw GovernanceRefusal.noFile }
    func keep(_ path: String, as sha256: Digest256) async throws { throw GovernanceRefusal.noFile }
    func path(of sha256: Digest256) -> String { "/nonexistent" }
    func measure(_ sha256: Digest256) throws -> (size_bytes: Int64, sha256: Digest256)? { nil }
}

/// A clock that stands until it is moved; it begins on 2026-09-10.
final class StageClock: WallClock {
    private let moment = Mutex(Instant(milliseconds: 1_789_012_800_000))

    func now() -> Instant { moment.withLock { $0 } }

    func stand(on day: String) throws {
        let date = try #require(CivilDate(day))
        moment.withLock { $0 = Instant(startOf: date).adding(hours: 10) }
    }
}

/// Bytes that never repeat, the same in every run.
final class CountingEntropy: EntropySource {
    private let count = Mutex<UInt64>(0)

    func bytes(_ count: Int) -> [UInt8] {
        let number = self.count.withLock { number -> UInt64 in
            number += 1
            return number
        }
        return (0..<count).map { index in UInt8(truncatingIfNeeded: number >> (8 * UInt64(index % 8))) }
    }
}
