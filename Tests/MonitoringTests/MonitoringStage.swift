import Facts
import Foundation
import HJ212
import Kernel
import Persistence
import SQLitePersistence
import Standards
import Synchronization
import TestMaterial

@testable import Monitoring

/// The room on a database file of its own, with a clock that stands still until it is moved. M1 is the logger of the
/// stack O1, whose limit is 35 mg/m³; M2 is that of the waste-water outlet O2.
final class MonitoringStage: Sendable {
    let folder: URL
    let database: any Database
    let clock = StageClock(HourPattern.hour(72))
    let room: MonitoringRoom
    static let outlet = OutletID(checked: "O1")

    /// `prepare` sees the database before the newest schema is made.
    init(_ prepare: (any Database, Journal) async throws -> Void = { _, _ in }) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-mon-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        let entropy = CountingEntropy()
        let journal = Journal(clock: clock, entropy: entropy)
        room = try MonitoringRoom(
            database: database, journal: journal,
            decisions: DecisionLog(journal: journal, clock: clock, entropy: entropy), directory: StageDirectory(),
            clock: clock,
            entropy: entropy,
            judgingParameters: Array(try RepositoryFile.text("share/rules/stack-hour-exceedance.json").utf8),
            judgingFigures: try AmountMaterial.figures(), factors: try Self.factorTable(),
            standards: try Self.standards(), validity: try Self.validity(),
            furnaces: try SignStage.furnaces(), timeline: try Self.timeline())
        try await prepare(database, journal)
        try await Migrator.migrate(database, to: [TrunkSchema.schema, MonitoringRoom.schema])
        try await recordLimit()
    }

    /// The tables as they are shipped.
    static func factorTable() throws -> FactorTable { try shippedFactors.get() }

    /// The tables of standards as they are shipped.
    static func standards() throws -> StandardLimits { try shippedStandards.get() }

    /// When texts were in force, as it is shipped.
    static func timeline() throws -> LegalTimeline {
        try LegalTimeline(json: Array(try RepositoryFile.text("share/rules/legal-timeline.json").utf8))
    }

    /// The figures of validity as they are shipped.
    static func validity() throws -> ValidityRules { try shippedValidity.get() }

    // Read once: hundreds of stages ask for the same files.
    private static let shippedFactors = Result {
        try FactorTable(
            factors: shipped("factors.csv"), formerCodes: shipped("factors-2005.csv"),
            molarMasses: shipped("molar-masses.csv"))
    }
    private static let shippedStandards = Result {
        StandardLimits(
            limits: try DischargeLimits(
                tables: shipped("discharge-tables.csv"), limits: shipped("discharge-limits.csv")),
            industries: try IndustryStandards(json: shipped("industry-standards.json")))
    }
    private static let shippedValidity = Result {
        try ValidityRules(
            json: shipped("validity-and-marks.json"), figures: JudgingFigures(json: shipped("judging-values.json")),
            windows: StartStopWindows(json: shipped("start-stop-windows.json")))
    }

    private static func shipped(_ name: String) throws -> [UInt8] {
        Array(try RepositoryFile.text("share/rules/\(name)").utf8)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private func recordLimit() async throws {
        let fact = LimitRecorded(
            outlet: Self.outlet, pollutant: .sulphurDioxide, limit: "35", validFrom: CivilDate(dayNumber: 20_000),
            validTo: nil, source: "示例许可证")
        try await database.write { [room] access in
            try room.recordLimit(fact, about: .city, by: .system("test"), in: access)
        }
    }

    /// As if nothing had ever arrived. Sources and layouts stay, as the room remembers them.
    func clear() async throws {
        let tables = MonitoringRoom.schema.tables.map(\.name) + ["decision"]
        let kept: Set = ["monitoring_outlet_limit", "monitoring_source", "monitoring_layout"]
        try await database.write { access in
            for table in tables where !kept.contains(table) { try access.execute("DELETE FROM \(table)") }
            // The limits stay, and so does what the journal tells of them; nothing was journalled before.
            try access.execute("DELETE FROM journal_entry WHERE kind <> 'monitoring.limit-recorded'")
        }
    }

    @discardableResult
    func store(_ frames: [Frame]) async throws -> [FrameVerdict] {
        try await store(frames.map { .accepted($0) })
    }

    func store(_ events: [ScanEvent]) async throws -> [FrameVerdict] {
        let now = clock.now()
        return try await room.store(events.map { FrameArrival(event: $0, receivedAt: now, remote: "示例") })
    }

    /// One line for each row of a query whose columns are text.
    func lines(_ query: String) async throws -> [String] {
        try await database.read { access in
            try access.rows("SELECT \(query)").map { try $0.text("line") }
        }
    }

    /// All that must not depend on the order of arrival.
    func state() async throws -> [String] {
        let frames = try await database.read { access in
            var frames: [String] = []
            try FrameStore.forEachInBatchOrder(access) { stored in
                frames.append("\(stored.source) \(stored.place) \(stored.bytes?.hex ?? "damaged")")
            }
            return frames.sorted()
        }
        let hours = try await lines(
            """
            outlet_id || ' ' || pollutant || ' ' || hour_ms || ' ' || request_number || ' ' || hex(frame_sha256)
              || ' ' || COALESCE(average, '–') || ' ' || COALESCE(converted, '–') || ' ' || COALESCE(mark, '–') AS line
            FROM monitoring_hour ORDER BY line
            """)
        return frames + hours + (try await standing().map { "\($0)" })
    }

    /// The extents of the standing episodes, by hour.
    func standing() async throws -> [ExceedanceExtent] {
        try await database.read { access in
            var extents: [ExceedanceExtent] = []
            try EpisodeStore.forEach(access) { if !$0.isWithdrawn { extents.append($0.extent) } }
            return extents.sorted { $0.firstHour < $1.firstHour }
        }
    }

    /// What the rule finds in all effective hours at once.
    func expected() async throws -> [ExceedanceExtent] {
        let now = clock.now()
        let readings = try await database.read { access in
            try HourStore.readings(
                outlet: Self.outlet, pollutant: .sulphurDioxide, from: HourPattern.hour(-100),
                to: HourPattern.hour(1_000), in: access)
        }
        return try await database.read { [room] access in
            try room.judge.matter.input(
                .sulphurDioxide, of: Self.outlet, .hour, readings: readings, limits: HourPattern.limits,
                adoptions: nil, now: now, cause: .value, in: access
            ).episodes
        }
    }

    /// Where the stack is judged.
    static let place = JudgedPlace(
        outlet: outlet, enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"))
    /// Who speaks for it.
    static let manager = Actor(
        person: PersonID(checked: "P1"), name: "示例负责人", role: .enterpriseManager,
        scope: .enterprise(EnterpriseID(checked: "E1")))

    /// Marks hours as the enterprise's manager does.
    @discardableResult
    func mark(
        _ meaning: MarkMeaning, _ first: Instant, _ last: Instant, window: String? = nil,
        of pollutant: PollutantCode? = nil, reason: String = "示例", demand: MarkDemand? = nil,
        by actor: Actor = manager
    ) async throws -> Int64 {
        let now = clock.now()
        return try await database.write { [room] access in
            let order = try MarkOrder(
                pollutant: pollutant, firstHour: first, lastHour: last, meaning: meaning, window: window,
                reason: reason, windows: room.judge.validity.windows, now: now)
            return try room.markDesk.state(order, at: Self.place, by: actor, demand: demand, now: now, in: access)
        }
    }

    /// States that nothing is to be marked of the hours of a day that are over.
    func closeMarks(of day: CivilDate) async throws {
        let now = clock.now()
        try await database.write { [room] access in
            try room.markDesk.close(day, at: Self.place, by: Self.manager, now: now, in: access)
        }
    }

    /// The differences that `jianhu verify` would print of the trunk and this room, each behind its check's title.
    func differences() async throws -> [String] {
        let checks: [any SelfChecking] = [TrunkChecks(rules: MonitoringRoom.rules), room.checks()]
        return try await database.read { access in
            try checks.flatMap { try $0.check(access) }.flatMap { report in
                report.differences.map { "\(report.title): \($0)" }
            }
        }
    }
}

/// The register of the stage.
private struct StageDirectory: OutletDirectory {
    func station(of device: DeviceNumber, in access: any ReadAccess) -> Station? {
        guard device.text == "M1" || device.text == "M2" else { return nil }
        return Station(
            outlet: OutletID(checked: "O\(device.text.dropFirst())"), enterprise: EnterpriseID(checked: "E1"),
            region: RegionCode(checked: "330602"), isStack: device.text == "M1", password: "123456")
    }

    func hasChanged(after sequence: Int64, in access: any ReadAccess) -> Bool { false }

    func outlet(_ id: OutletID, scope: Scope, in access: any ReadAccess) -> OutletSummary? {
        let device = DeviceNumber(checked: "M\(id.text.dropFirst())")
        return station(of: device, in: access).map { station in
            OutletSummary(
                outlet: id, title: id.text, enterprise: station.enterprise, enterpriseName: station.enterprise.text,
                region: station.region, regionName: name(of: station.region), device: device,
                isStack: station.isStack)
        }
    }

    func name(of region: RegionCode) -> Phrase { Phrase(region.text, region.text) }

    func industry(of enterprise: EnterpriseID, in access: any ReadAccess) -> IndustryCode? { nil }
}

/// A clock that stands still until it is moved.
final class StageClock: WallClock {
    private let moment: Mutex<Instant>

    init(_ start: Instant) {
        moment = Mutex(start)
    }

    func now() -> Instant { moment.withLock { $0 } }

    func stand(at instant: Instant) {
        moment.withLock { $0 = instant }
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
