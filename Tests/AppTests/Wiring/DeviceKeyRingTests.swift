import Foundation
import HJ212
import Facts
import Kernel
import Persistence
import Registry
import SQLitePersistence
import Testing

@testable import App

struct DeviceKeyRingTests {
    private static let device = DeviceNumber(checked: "A1B200000000000000000001")
    private static let author = FactAuthor.system("test")

    @Test func `the ring knows what the register holds, and what is set while it serves`() async throws {
        try await TemporaryFolder.with { folder in
            let database = try SQLiteDatabase(path: folder.path + "/test.sqlite")
            try await Migrator.migrate(database, to: [TrunkSchema.schema, RegistryRoom.schema])
            let entropy = SystemEntropy()
            let registry = RegistryRoom(
                journal: Journal(clock: SystemClock(), entropy: entropy), regions: try Regions(json: [0x5B, 0x5D]),
                secrets: SecretBox(keys: [SecretKey.random(from: entropy)], entropy: entropy))
            let drawn = (1...3).map { _ in entropy.bytes(16) }
            try await database.write { access in
                let firm = Enterprise(
                    id: EnterpriseID(checked: "E1"), name: "示例", creditCode: nil,
                    region: RegionCode(checked: "330602"), industry: "示例", address: "示例")
                let outlet = Outlet(
                    id: OutletID(checked: "O1"), enterprise: firm.id, number: "DA001", name: "示例", medium: .stack,
                    device: Self.device)
                try registry.register(firm, by: Self.author, in: access)
                try registry.register(outlet, of: firm, devicePassword: "s3cret", by: Self.author, in: access)
            }
            let ring = DeviceKeyRing(registry: registry)
            let delivery = JournalDelivery(database: database, subscribers: [ring])
            #expect(ring.ciphers(for: Self.device.text).isEmpty)
            for (count, key) in drawn.enumerated() {
                try await database.write { access in
                    let now = SystemClock().now()
                    try registry.enter(
                        key: key, from: .unknown, of: Self.device, at: now, by: Self.author, in: access)
                    try registry.confirm(.encryptionKey, count + 1, of: Self.device, by: .used, at: now, in: access)
                }
                try await delivery.deliverAll()
                let ciphers = ring.ciphers(for: Self.device.text)
                #expect(ciphers.count == min(count + 1, 2))
                let block = Array(UInt8(1)...16)
                #expect(ciphers.first?.encrypt(block) == SM4(key: key)?.encrypt(block))
            }
            let second = DeviceKeyRing(registry: registry)
            try await database.read { try second.fill(in: $0) }
            #expect(second.ciphers(for: Self.device.text).count == 2 && second.ciphers(for: "C0FFEE").isEmpty)
        }
    }
}
