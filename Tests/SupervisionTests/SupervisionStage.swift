import Facts
import Foundation
import Kernel
import Persistence
import SQLitePersistence
import Synchronization
import TestMaterial

@testable import Supervision

/// The room on a database file of its own, fed by its subscription to the journal.
final class SupervisionStage: Sendable {
    let folder: URL
    let database: any Database
    let clock = StageClock(CaseExample.opened)
    let journal: Journal
    let room: SupervisionRoom

    /// - Parameter old: An earlier schema, filled before the newest one is made of it.
    init(
        schema old: Schema? = nil, marks: (any CaseMarks)? = nil, replaced: [ReplacedValue] = [],
        filledBy fill: @escaping @Sendable (Journal, any WriteAccess) throws -> Void = { _, _ in }
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-sup-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        let entropy = CountingEntropy()
        journal = Journal(clock: clock, entropy: entropy)
        room = SupervisionRoom(
            database: database, journal: journal, surroundings: StageSurroundings(replaced: replaced),
            officers: StageOfficers(clock: clock),
            marks: marks, shelf: StageShelf(folder: folder.path), rules: try CaseExample.rules(), clock: clock,
            entropy: entropy)
        if let old {
            try await Migrator.migrate(database, to: [TrunkSchema.schema, old])
            try await database.write { [journal] access in try fill(journal, access) }
        }
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

    /// Reports the fault of a device that broke this hour, which is then the only one that exceeds.
    func reportFault(of episode: String, on id: CaseID) async throws {
        let now = clock.now()
        let extent = ExceedanceExtent(
            firstHour: now, lastHour: now, hours: 1, peak: DecimalNumber(50), limit: DecimalNumber(35),
            multiple: DecimalNumber(1), level: .yellow, ended: true)
        try await tell(
            ExceedanceChanged(
                episode: EpisodeID(checked: episode), extent: extent, decision: DecisionID(checked: "D-fault")))
        try await take(
            .reportFault, on: id,
            changing: ["broke_on": now.civil.date.description, "broke_at": now.civil.hour.padded(2)])
    }

    func deliver() async throws {
        try await JournalDelivery(database: database, subscribers: [room.subscriber]).deliverAll()
    }

    /// An exceedance of an outlet of its own, unless one is named.
    static func found(_ episode: String = "EX1", at outlet: String? = nil, hours: Int = 2, later: Int64 = 0)
        -> ExceedanceFound
    {
        ExceedanceFound(
            episode: EpisodeID(checked: episode), outlet: OutletID(checked: outlet ?? "O-\(episode)"),
            pollutant: .sulphurDioxide, extent: CaseExample.extent(hours: hours, later: later),
            decision: DecisionID(checked: "D1"))
    }

    /// Takes the steps of the shortest way to a state, one a day.
    func walk(_ id: CaseID, to state: CaseState) async throws {
        let taken = try await subject(id)?.steps.count { $0.action != .serve } ?? 0
        for (action, outcome) in CaseExample.way(to: state).dropFirst(taken) {
            try await take(action, on: id, outcome: outcome)
            if action == .order { try await serve(id) }
            clock.pass(hours: 24)
        }
    }

    func take(
        _ action: CaseAction, on id: CaseID, seenStep: Int? = nil, by actor: Actor? = nil, outcome: String? = nil,
        changing: [String: String] = [:]
    ) async throws {
        let known = try await subject(id)
        let owner = ClosedLoop.passages.first { $0.action == action && $0.from == known?.state ?? .found }?.owner
        let role = known.flatMap { known in owner.map { ClosedLoop.role(of: $0, on: known) } } ?? .cityOfficer
        try await room.take(
            action, on: id, seenStep: seenStep ?? known?.steps.count ?? 0,
            form: dated(CaseExample.form(of: action, outcome: outcome)).merging(changing) { $1 },
            by: actor ?? CaseExample.actor(role, "P-\(action.rawValue)"), at: clock.now())
    }

    /// Files what proves the service of a case's order, and records it.
    func serve(_ id: CaseID) async throws {
        let officer = CaseExample.actor(.branchOfficer, "P-serve")
        let bytes = SamplePicture.jpeg("\(id) \(clock.now().milliseconds)")
        let path = folder.appendingPathComponent("incoming-\(id)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let number = try await room.evidenceDesk.file(
            EvidenceDesk.Filing(
                path: path, name: "送达回证.jpg", size_bytes: Int64(bytes.count), sha256: Digest256(of: bytes), note: "x"),
            in: id, by: officer, at: clock.now()
        ).number
        try await take(.serve, on: id, by: officer, changing: ["proof": "\(number)"])
    }

    /// A form whose days are today, but for a term, which is ten days from today, and what the exceedance bears; its
    /// times are now.
    private func dated(_ form: [String: String]) -> [String: String] {
        let now = clock.now()
        let today = now.civil.date
        let terms: Set = ["rectify_by", "until"]
        let kept: Set = ["first_day", "last_day", "broke_on"]
        func minute(_ moment: Instant) -> String { String(moment.civil.minuteText.suffix(5)) }
        let times = ["began": minute(now), "ended": minute(now.adding(minutes: 1)), "served_at": minute(now)]
        return Dictionary(
            form.map { name, text in
                if let time = times[name] { return (name, time) }
                guard CivilDate(text) != nil, !kept.contains(name) else { return (name, text) }
                return (name, (terms.contains(name) ? today.adding(days: 10) : today).description)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Lets the watch look after so many hours.
    func look(afterHours hours: Int64) async throws {
        clock.pass(hours: hours)
        try await room.watch.look()
    }

    func subject(_ id: CaseID) async throws -> SupervisionCase? {
        try await database.read { try CaseStore.subject(id, scope: .city, in: $0) }
    }

    /// All that a refused step must leave alone, one line for each row.
    func state() async throws -> [String] {
        try await database.read { access in
            let queries = [
                "case_id || state || COALESCE(due_ms, '') || overtime || raises AS line FROM supervision_case",
                "episode_id || case_id || withdrawn || hex(extent) AS line FROM supervision_episode",
                "case_id || number || action || hex(form) AS line FROM supervision_step",
                "duty_id || state || due_ms AS line FROM duty", "sequence || kind AS line FROM journal_entry",
            ]
            return try queries.flatMap { query in
                try access.rows("SELECT \(query) ORDER BY line").map { try $0.text("line") }
            }
        }
    }

    func differences() async throws -> [String] {
        let checks: [any SelfChecking] = [TrunkChecks(rules: []), SupervisionRoom.checks, room.evidenceChecks]
        return try await database.read { access in
            try checks.flatMap { try $0.check(access) }.flatMap { report in
                report.differences.map { "\(report.title): \($0)" }
            }
        }
    }

    /// The open duties on the way of cases, without those beside it that second officers have.
    func openDuties() async throws -> [String] {
        try await database.read { access in
            try DutyBook.open(scope: .city, limit: 100, in: access).filter { $0.kind != RecordAnswer.dutyKind }
                .map { "\($0.kind) \($0.role.rawValue)" }
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

/// A folder of files, each under its digest.
struct StageShelf: EvidenceShelf {
    let folder: String

    var incoming: String { folder }

    func scan(_ path: String) async throws -> EvidenceScan {
        var scan = EvidenceScan()
        scan.take(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
        return scan
    }

    func keep(_ path: String, as sha256: Digest256) async throws {
        guard !FileManager.default.fileExists(atPath: self.path(of: sha256)) else { return }
        try FileManager.default.moveItem(atPath: path, toPath: self.path(of: sha256))
    }

    func path(of sha256: Digest256) -> String { "\(folder)/\(sha256.hex)" }

    /// The stage's database lies in the same folder.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { !$0.hasPrefix("test.sqlite") && !$0.hasPrefix("incoming-") }.sorted()
    }

    func measure(_ sha256: Digest256) throws -> (size_bytes: Int64, sha256: Digest256)? {
        guard let bytes = FileManager.default.contents(atPath: path(of: sha256)) else { return nil }
        return (Int64(bytes.count), Digest256(of: Array(bytes)))
    }
}

/// Everybody who takes a step in these tests has a certificate; one officer goes along.
private struct StageOfficers: OfficerRegister {
    let clock: StageClock

    private var leaving: [String] { clock.now() < CaseExample.opened.adding(hours: 96) ? ["P-LEAVING"] : [] }

    func officers(of region: RegionCode, in access: any ReadAccess) -> [CertifiedOfficer] {
        // One goes along and leaves on the next day.
        CaseExample.officers(["P-check", "P-recheck", "P-SECOND", "P1", "P2"] + leaving)
    }
}

/// Places without a register behind them.
private struct StageSurroundings: CaseSurroundings {
    /// What was sent again, whatever is asked about.
    let replaced: [ReplacedValue]

    func replaced(_ hours: [ToldHours], at outlet: OutletID, in access: any ReadAccess) -> [ReplacedValue] { replaced }

    func place(of outlet: OutletID, in access: any ReadAccess) -> CasePlace? { .example }

    func evidence(
        of episode: EpisodeID, upheldAs upheld: FirstTold?, scope: Scope, in access: any ReadAccess
    ) -> CaseEvidence? { .example }

    func party(_ enterprise: EnterpriseID, in access: any ReadAccess) -> CaseParty? { .example }

    func outlets(named text: String, limit: Int, in access: any ReadAccess) -> [OutletID] { [] }

    var regions: [(code: RegionCode, name: Phrase)] { [] }
}

extension CasePlace {
    static let example = CasePlace(
        outletTitle: "DA001 示例排放口", enterpriseName: "示例热电有限公司",
        regionName: Phrase("越城区", "Yuecheng District"), branchName: Phrase("越城分局", "Yuecheng Branch"),
        organName: Phrase("绍兴市生态环境局越城分局", "Yuecheng Branch of the Bureau"))
}

extension CaseParty {
    /// Of whose head the register knows nothing.
    static let example = CaseParty(
        name: "示例热电有限公司", creditCode: "91330600MA00000000", address: nil, post: nil, person: nil)
}

extension CaseEvidence {
    static let example = CaseEvidence(
        decision: DecisionID(checked: "D1"),
        hours: [(50, true), (nil, false)].enumerated().map { number, hour in
            Hour(
                hour: CaseExample.opened.adding(hours: Int64(number)), value: hour.0.map { DecimalNumber($0) },
                limit: hour.0.map { _ in DecimalNumber(35) }, mark: hour.0.map { _ in "N" }, exceeds: hour.1,
                frame: Digest256(of: "\(number)"), remark: hour.1 ? nil : Phrase("无值", "no value"),
                page: hour.1 ? nil : "/outlets/O1/furnace/2026-11-23",
                lowest: hour.1 ? DecimalNumber(40) : nil)
        }, cause: Phrase("数值到达", "a value came"),
        ground: ExceedanceGround(
            factor: Phrase("二氧化硫", "sulphur dioxide"), rule: "MON-02 v3", decision: DecisionID(checked: "D1"),
            limit: "≤ 35 mg/m³", limitSource: Phrase("示例许可证", "example permit"), limitKind: .permit))
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
