import Facts
import Foundation
import HJ212
import Kernel
import Persistence
import SQLitePersistence
import Synchronization

@testable import Devices

/// The room on a database file of its own, with a clock that stands still until it is moved and lines that remember
/// what was sent. Devices are `M1`, `M2`, …; their outlets `O1`, `O2`, …
final class DevicesStage: Sendable {
    let folder: URL
    let database: any Database
    let clock = StageClock(Instant(startOf: CivilDate(dayNumber: 20_780)).adding(hours: 14))
    let link = StageLink()
    let periods = StagePeriods()
    let room: DevicesRoom
    private let journal: Journal
    private let entropy = CountingEntropy()

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-dev-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        journal = Journal(clock: clock, entropy: entropy)
        room = DevicesRoom(
            database: database, journal: journal, directory: StageDirectory(), link: link, periods: periods,
            clock: clock, entropy: entropy)
        try await Migrator.migrate(database, to: [TrunkSchema.schema, DevicesRoom.schema])
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The room as a later process finds it.
    func restarted() -> DevicesRoom {
        DevicesRoom(
            database: database, journal: journal, directory: StageDirectory(), link: link, periods: periods,
            clock: clock, entropy: entropy)
    }

    @discardableResult
    func ask(
        _ kind: RequestKind, of number: Int = 1, _ form: [String: String] = [:], by actor: Actor = .city
    ) async throws -> ConversationID {
        try await room.ask(
            kind, of: OutletID(checked: "O\(number)"), form: form, by: actor, at: clock.now())
    }

    /// One look of the runner.
    func look() async throws { try await room.runner.look() }

    /// A device says something.
    func hear(_ segment: String) throws {
        room.observe([ObservedFrame(HeardFrame(try WireFrame.frame(segment)), receivedAt: clock.now())])
    }

    /// The answer of a device to the newest request sent to it.
    func answer(_ number: Int, _ command: Int, _ result: String) throws {
        let qn = link.newestNumber(of: "M\(number)")
        try hear("QN=\(qn);ST=91;CN=\(command);PW=123456;MN=M\(number);Flag=4;CP=&&\(result)&&")
    }

    func record(_ id: ConversationID, scope: Scope = .city) async throws -> ConversationRecord? {
        try await database.read { try ConversationStore.record(id, scope: scope, in: $0) }
    }

    /// The state and the outcome of a conversation, `done exe-1`.
    func standing(_ id: ConversationID) async throws -> String {
        let machine = try await record(id)?.machine
        return [machine?.state.rawValue, machine?.outcome?.rawValue].compactMap { $0 }.joined(separator: " ")
    }

    /// The differences that `jianhu verify` would print of the trunk and this room.
    func differences() async throws -> [String] {
        let checks: [any SelfChecking] = [TrunkChecks(rules: []), DevicesRoom.checks]
        return try await database.read { access in
            try checks.flatMap { try $0.check(access) }.flatMap { report in
                report.differences.map { "\(report.title): \($0)" }
            }
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

extension Actor {
    static let city = Actor(
        person: PersonID(checked: "P1"), name: "周明（示例）", role: .cityOfficer, scope: .city)
    static let branch = Actor(
        person: PersonID(checked: "P2"), name: "郑强（示例）", role: .branchOfficer,
        scope: .regions([RegionCode(checked: "330602")]))
    static let stranger = Actor(
        person: PersonID(checked: "P3"), name: "王芳（示例）", role: .branchOfficer,
        scope: .regions([RegionCode(checked: "330603")]))
    static let firm = Actor(
        person: PersonID(checked: "P4"), name: "环保负责人（示例）", role: .enterpriseManager,
        scope: .enterprise(EnterpriseID(checked: "E1")))
}

/// A register in which every `O…` has its `M…`, all in one region.
struct StageDirectory: DeviceDirectory {
    func station(of outlet: OutletID, scope: Scope, in access: any ReadAccess) -> DeviceStation? {
        let station = DeviceStation.example(String(outlet.text.dropFirst()))
        return scope.allows(region: station.region, enterprise: station.enterprise) ? station : nil
    }

    func station(of device: DeviceNumber, in access: any ReadAccess) -> DeviceStation? {
        .example(String(device.text.dropFirst()))
    }

    func stations(after: OutletID?, limit: Int, in access: any ReadAccess) -> [DeviceStation] {
        after == nil ? [.example("1"), .example("2")] : []
    }

    func password(of device: DeviceNumber, in access: any ReadAccess) -> String? { "123456" }
}

extension DeviceStation {
    static func example(_ number: String) -> DeviceStation {
        DeviceStation(
            device: DeviceNumber(checked: "M\(number)"), systemCode: "31", outlet: OutletID(checked: "O\(number)"),
            outletTitle: "DA001 示例排放口", enterprise: EnterpriseID(checked: "E1"), enterpriseName: "示例热电有限公司",
            region: RegionCode(checked: "330602"), regionName: Phrase("越城区", "Yuecheng District"))
    }
}

/// Which periods are stored: what the test says.
final class StagePeriods: StoredPeriods {
    private let times = Mutex<[Int: [Instant]]>([:])

    func put(_ stored: [Instant], of command: Int) { times.withLock { $0[command] = stored } }

    func dataTimes(
        of outlet: OutletID, command: Command, from: Instant, to: Instant, in access: any ReadAccess
    ) -> [Instant] {
        times.withLock { $0[command.rawValue] ?? [] }.filter { from <= $0 && $0 < to }
    }
}
