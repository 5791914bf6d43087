import Facts
import Foundation
import Kernel
import Persistence
import Registry
import SQLitePersistence
import Standards

/// A register on a database file of its own.
final class RegistryStage: Sendable {
    static let noon = Instant(milliseconds: 1_795_000_000_000)
    /// Passwords are looked for in files, so they are like nothing else that stands there.
    static let passwords = ["pW4-kestrel-one", "pW4-kestrel-two"]
    static let devices = ["A1B200000000000000000001", "A1B200000000000000000002"].map(DeviceNumber.init(checked:))
    static let author = FactAuthor.system("test")

    let folder: URL
    let file: String
    let database: SQLiteDatabase

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-reg-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        file = folder.appendingPathComponent("test.sqlite").path
        database = try SQLiteDatabase(path: file)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    static func key(_ number: UInt64) -> SecretKey { SecretKey.random(from: SeededEntropy(seed: number)) }

    /// A register that seals with the first of these keys.
    static func room(keys: [UInt64] = [1], seed: UInt64 = 99) throws -> RegistryRoom {
        let entropy = SeededEntropy(seed: seed)
        let box = keys.isEmpty ? .locked : SecretBox(keys: keys.map(key), entropy: entropy)
        return RegistryRoom(
            journal: Journal(clock: StageClock(), entropy: entropy), regions: try Regions(json: Array(regions.utf8)),
            secrets: box, books: try books())
    }

    private static let regions = """
        [{"code": "330602", "name": {"zh": "越城区", "en": "Yuecheng"}, "branch": {"zh": "甲", "en": "A"},
          "organ": {"zh": "市局甲", "en": "Bureau A"}},
         {"code": "330603", "name": {"zh": "柯桥区", "en": "Keqiao"}, "branch": {"zh": "乙", "en": "B"},
          "organ": {"zh": "市局乙", "en": "Bureau B"}}]
        """

    private static func books() throws -> RegisterBooks {
        let table = "code,name_zh\n1713,棉印染精加工\n443,热力生产和供应\n4430,热力生产和供应\n4620,污水处理及其再生利用\n"
        let words = """
            {"tableNote": {"certainty": "from-memory"}, "english": {"4430": "heat supply", "1713": "cotton dyeing"},
             "words": [{"words": "热力", "code": "4430", "certainty": "design-value"}]}
            """
        let furnaces = """
            {"rows": [{"code": "coal-boiler", "furnace": {"zh": "燃煤锅炉", "en": "coal boiler"}, "percent": "9",
              "knowsEnrichedAir": false, "certainty": "verified", "source": {"zh": "示例", "en": "example"}}]}
            """
        return RegisterBooks(
            industries: try IndustryCatalogue(table: Array(table.utf8), words: Array(words.utf8)),
            furnaces: try ReferenceOxygen.all(json: Array(furnaces.utf8)))
    }

    func migrate() async throws {
        try await Migrator.migrate(database, to: [TrunkSchema.schema, RegistryRoom.schema])
    }

    /// Two firms in two regions, each with an outlet and a device.
    func registerFirms(_ room: RegistryRoom, passwords: [String] = passwords) async throws {
        try await database.write { access in
            for (index, password) in passwords.enumerated() {
                let id = EnterpriseID(checked: "E\(index)")
                let enterprise = Enterprise(
                    id: id, name: "示例\(index)", creditCode: nil, region: RegionCode(checked: "33060\(2 + index)"),
                    industry: "示例", address: "示例")
                let outlet = Outlet(
                    id: OutletID(checked: "O\(index)"), enterprise: id, number: "DA001", name: "示例", medium: .stack,
                    device: Self.devices[index])
                try room.register(enterprise, by: Self.author, in: access)
                try room.register(outlet, of: enterprise, devicePassword: password, by: Self.author, in: access)
            }
        }
    }

    /// Whether a text stands in the database file, its write-ahead log, or any other file beside it.
    func filesHold(_ text: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).contains { file in
            try Data(contentsOf: file).range(of: Data(text.utf8)) != nil
        }
    }
}

struct StageClock: WallClock {
    func now() -> Instant { RegistryStage.noon }
}

/// Bytes that go on from call to call, the same for the same seed.
struct SeededEntropy: EntropySource {
    private let drawn: Drawn

    init(seed: UInt64) { drawn = Drawn(seed: seed) }

    func bytes(_ count: Int) -> [UInt8] { drawn.bytes(count) }
}
