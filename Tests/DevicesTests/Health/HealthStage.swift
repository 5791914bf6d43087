import Facts
import Foundation
import HJ212
import Kernel
import Persistence
import SQLitePersistence
import Synchronization
import Testing

@testable import Devices

/// Health on a database file of its own. `M1` speaks for O1 in 330602, `M2` for O2 in 330603; frames lie in a list that
/// tests fill. It is 14:30 of a day until the clock is moved.
final class HealthStage: Sendable {
    static let noon = Instant(startOf: CivilDate(dayNumber: 20_780)).adding(hours: 14).adding(minutes: 30)

    let folder: URL
    let database: any Database
    let clock = StageClock(HealthStage.noon)
    let sources = StageSources()
    let room: HealthRoom
    static let stations = [(1, "330602"), (2, "330603")].map { number, region in
        DeviceStation(
            device: DeviceNumber(checked: "M\(number)"), systemCode: "31", outlet: OutletID(checked: "O\(number)"),
            outletTitle: "DA00\(number) 示例排放口", enterprise: EnterpriseID(checked: "E\(number)"),
            enterpriseName: "示例 Works \(number)", region: RegionCode(checked: region),
            regionName: Phrase(region, region))
    }

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-health-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        room = HealthRoom(
            database: database, journal: Journal(clock: clock, entropy: CountingEntropy()),
            directory: HealthDirectory(), sources: sources, link: NoLink(), clock: clock)
        try await Migrator.migrate(database, to: [TrunkSchema.schema, DevicesRoom.schema, HealthRoom.schema])
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A minute or hour frame of an outlet, sent at once unless `late`.
    static func frame(
        _ dataTime: Instant, command: Int, value: String, device: Int = 1, late milliseconds: Int64 = 1_000,
        sent: Instant? = nil
    ) throws -> ArchivedFrame {
        let (qn, time) = (
            CivilStamp(millisecondsSince1970: (sent ?? dataTime).milliseconds),
            CivilStamp(millisecondsSince1970: dataTime.milliseconds)
        )
        let segment =
            "QN=\(QN(qn).text);ST=31;CN=\(command);PW=123456;MN=M\(device);Flag=4;CP=&&DataTime=\(time.text14);"
            + "a21026-Avg=\(value)&&"
        return ArchivedFrame(
            bytes: try bytes(segment), receivedAt: (sent ?? dataTime).adding(milliseconds: milliseconds))
    }

    static func bytes(_ segment: String) throws -> [UInt8] {
        let body = Array(segment.utf8)
        let crc = String(CRC16.hj212(body), radix: 16, uppercase: true)
        return Array("##\(body.count.padded(4))".utf8) + body
            + Array((String(repeating: "0", count: 4 - crc.count) + crc).utf8)
    }

    func standing(_ number: Int, scope: Scope = .city) async throws -> DeviceStanding? {
        try await database.read {
            try DeviceHealthStore.standing(of: OutletID(checked: "O\(number)"), scope: scope, in: $0)
        }
    }

    /// `offline` as it begins, `-offline` as it ends, in the order of the journal.
    func told() async throws -> [String] {
        try await database.read { access in
            try Journal.entries(
                after: 0, kinds: [DeviceFindingBegan.kind, DeviceFindingEnded.kind], limit: 100, in: access
            ).compactMap { entry in
                let device = entry.subject.reference ?? ""
                if let began = try? entry.fact(DeviceFindingBegan.self) { return "\(device) \(began.finding)" }
                return (try? entry.fact(DeviceFindingEnded.self)).map { "\(device) -\($0.finding)" }
            }
        }
    }

    func differences() async throws -> [String] {
        try await database.read { try self.room.checks().check($0).flatMap(\.differences) }
    }
}

/// What the rooms around would say.
final class StageSources: HealthSources {
    let frames = Mutex<[(outlet: String, frame: ArchivedFrame)]>([])
    let failures = Mutex<Int>(0)
    let delivered = Mutex<Set<DeviceNumber>>([])

    func add(_ added: [ArchivedFrame], to outlet: String = "O1") {
        frames.withLock { $0 += added.map { (outlet, $0) } }
    }

    func frames(of outlet: OutletID, hour: Instant, in access: any ReadAccess) -> [ArchivedFrame] {
        frames.withLock { $0 }.filter { $0.outlet == outlet.text }.map(\.frame).filter {
            ReadFrame($0.bytes, receivedAt: $0.receivedAt)?.dataTime.startOfHour == hour
        }
    }

    func checksumFailures(of device: DeviceNumber, since: Instant, in access: any ReadAccess) -> Int {
        device.text == "M1" ? failures.withLock { $0 } : 0
    }

    func devicesWithDefaultPassword(in access: any ReadAccess) -> Set<DeviceNumber> { delivered.withLock { $0 } }

    let keysMade = Mutex<[DeviceNumber: Instant]>([:])

    func keysInForce(in access: any ReadAccess) -> [DeviceNumber: Instant] { keysMade.withLock { $0 } }

    var regions: [HealthRegion] {
        [HealthRegion(code: RegionCode(checked: "330602"), name: Phrase("越城区", "Yuecheng"))]
    }
}

private struct HealthDirectory: DeviceDirectory {
    func station(of outlet: OutletID, scope: Scope, in access: any ReadAccess) -> DeviceStation? {
        HealthStage.stations.first { $0.outlet == outlet }
    }

    func station(of device: DeviceNumber, in access: any ReadAccess) -> DeviceStation? {
        HealthStage.stations.first { $0.device == device }
    }

    func stations(after: OutletID?, limit: Int, in access: any ReadAccess) -> [DeviceStation] {
        Array(HealthStage.stations.filter { $0.outlet.text > (after?.text ?? "") }.prefix(limit))
    }

    func password(of device: DeviceNumber, in access: any ReadAccess) -> String? { nil }
}

private struct NoLink: DeviceLink {
    func line(of device: DeviceNumber) async -> OpenLine? { nil }
    func send(_ bytes: [UInt8], to device: DeviceNumber) async -> DeviceSending { .notConnected }
    func line(ofRegistrant registrant: String) async -> OpenLine? { nil }
    func send(_ bytes: [UInt8], toRegistrant registrant: String) async -> DeviceSending { .notConnected }
}
