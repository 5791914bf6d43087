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
    let register = StageRegister()
    let room: DevicesRoom
    private let journal: Journal
    private let entropy = CountingEntropy()
    private let secrets: SecretBox

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-dev-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        journal = Journal(clock: clock, entropy: entropy)
        secrets = SecretBox(keys: [SecretKey.random(from: entropy)], entropy: entropy)
        room = DevicesRoom(
            database: database, journal: journal, directory: StageDirectory(register: register), register: register,
            link: link, periods: periods, secrets: secrets, clock: clock, entropy: entropy)
        try await Migrator.migrate(database, to: [TrunkSchema.schema, DevicesRoom.schema])
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The room as a later process finds it.
    func restarted() -> DevicesRoom {
        DevicesRoom(
            database: database, journal: journal, directory: StageDirectory(register: register), register: register,
            link: link, periods: periods, secrets: secrets, clock: clock, entropy: entropy)
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
    static let keeper = Actor(
        person: PersonID(checked: "P5"), name: "系统管理员（示例）", role: .administrator, scope: .nothing)
}

/// A register of changes in memory. Each device has a key in force unless the test takes it away; each secret that is
/// ordered is drawn from a list.
final class StageRegister: DeviceRegister {
    struct State {
        /// Numbers that were assigned, with the digits of their outlet.
        var numbers: [DeviceNumber: String] = [:]
        var passwords: [DeviceNumber: String?] = [:]
        var ordered: [DeviceNumber: [DeviceTerms.Ordered]] = [:]
        var confirmed: [String] = []
        var entered: [String] = []
        var hasKey = true
        var refusal: RegisterRefusal?
    }

    let state = Mutex(State())

    func outlet(of device: DeviceNumber) -> String? { state.withLock { $0.numbers[device] } }

    var confirmed: [String] { state.withLock { $0.confirmed } }

    func assign(
        _ number: DeviceNumber, to outlet: OutletID, password: String?, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        try state.withLock { state in
            if let refusal = state.refusal { throw refusal }
            state.numbers[number] = String(outlet.text.dropFirst())
            state.passwords[number] = password
        }
    }

    func order(
        _ secret: DeviceSecret, of device: DeviceNumber, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws -> Int {
        try state.withLock { state in
            if let refusal = state.refusal { throw refusal }
            if let waiting = state.ordered[device]?.last(where: { $0.secret == secret }) { return waiting.generation }
            let text = secret == .password ? "Ab3dE6" : "Q7wE4rT9yU2iO5pA"
            state.ordered[device, default: []].append(
                DeviceTerms.Ordered(secret: secret, generation: 2, text: text, createdAt: now))
            return 2
        }
    }

    func enter(
        _ secret: EnteredSecret, of device: DeviceNumber, by author: FactAuthor, at now: Instant,
        in access: any WriteAccess
    ) throws {
        state.withLock { $0.entered.append(device.text) }
    }

    func confirm(_ change: DeviceChange, of device: DeviceNumber, at now: Instant, in access: any WriteAccess) throws {
        state.withLock { $0.confirmed.append("\(device) \(change)") }
    }

    func terms(of device: DeviceNumber, in access: any ReadAccess) throws -> DeviceTerms {
        state.withLock { state in
            DeviceTerms(cipher: state.hasKey ? MirrorCipher() : nil, ordered: state.ordered[device] ?? [])
        }
    }

    func numbers(of outlet: OutletID, in access: any ReadAccess) throws -> [KnownNumber] {
        let digits = String(outlet.text.dropFirst())
        let assigned = state.withLock { $0.numbers.filter { $0.value == digits }.keys.sorted() }
        return [KnownNumber(device: DeviceNumber(checked: "M\(digits)"), standing: .present, secrets: [])]
            + assigned.map { KnownNumber(device: $0, standing: .next, secrets: []) }
    }
}

/// A register in which every `O…` has its `M…`, all in one region.
struct StageDirectory: DeviceDirectory {
    let register: StageRegister

    func station(of outlet: OutletID, scope: Scope, in access: any ReadAccess) -> DeviceStation? {
        let station = DeviceStation.example(String(outlet.text.dropFirst()))
        return scope.allows(region: station.region, enterprise: station.enterprise) ? station : nil
    }

    func station(of device: DeviceNumber, in access: any ReadAccess) -> DeviceStation? {
        register.outlet(of: device).map { DeviceStation.example($0).going(by: device) }
            ?? .example(String(device.text.dropFirst()))
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
