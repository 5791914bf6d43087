import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

@testable import Registry

struct DeviceChangeTests {
    private static let (one, two) = (RegistryStage.devices[0], RegistryStage.devices[1])
    private static let code = DeviceNumber(checked: "FEDCBA98765432100000ABCD")
    private static let outlet = OutletID(checked: "O0")
    private static let now = RegistryStage.noon

    private static func made() async throws -> (RegistryStage, RegistryRoom) {
        let stage = try RegistryStage()
        try await stage.migrate()
        let room = try RegistryStage.room()
        try await stage.registerFirms(room)
        return (stage, room)
    }

    private static func passwords(
        _ stage: RegistryStage, _ room: RegistryRoom, _ device: DeviceNumber = one
    ) async throws -> [String] {
        try await stage.database.read { access in
            try room.binding(of: device, in: access).map { [$0.password] + $0.otherPasswords.sorted() } ?? []
        }
    }

    @Test func `both passwords are believed until the new one is used, across a restart`() async throws {
        let (stage, room) = try await Self.made()
        let order = try await stage.database.write { access in
            try room.order(
                .password, of: Self.one, at: Self.now, by: RegistryStage.author, entropy: SeededEntropy(seed: 5),
                in: access)
        }
        let (old, new) = (RegistryStage.passwords[0], String(decoding: order.bytes, as: UTF8.self))
        #expect(new.count == 6 && new.allSatisfy { $0.isLetter || $0.isNumber })
        #expect(try await Self.passwords(stage, room) == [old, new])
        let again = try await stage.database.write { access in
            try room.order(
                .password, of: Self.one, at: Self.now, by: RegistryStage.author, entropy: SeededEntropy(seed: 6),
                in: access)
        }
        #expect(again == order)
        let later = try RegistryStage.room(seed: 100)
        _ = try await stage.database.write {
            try later.confirm(.password, order.generation, of: Self.one, by: .told, at: Self.now, in: $0)
        }
        #expect(try await Self.passwords(stage, later) == [new, old])
        let awaited = try await stage.database.read { try later.awaited(in: $0) }
        #expect(awaited[Self.one]?.passwords == [new: 2])
        for _ in 0..<2 {
            _ = try await stage.database.write {
                try later.confirm(.password, order.generation, of: Self.one, by: .used, at: Self.now, in: $0)
            }
        }
        #expect(try await Self.passwords(stage, later) == [new])
        #expect(try await stage.database.read { try later.awaited(in: $0) }.isEmpty)
        #expect(try !stage.filesHold(new))
    }

    @Test func `an entered password is believed beside the present one`() async throws {
        let (stage, room) = try await Self.made()
        for (text, refusal) in [
            ("", DeviceChangeRefusal.notAPassword), ("1234567", .notAPassword), ("12;456", .notAPassword),
        ] {
            await #expect(throws: refusal) {
                try await stage.database.write {
                    try room.enter(
                        password: text, of: Self.one, at: Self.now, by: RegistryStage.author, in: $0)
                }
            }
        }
        try await stage.database.write {
            try room.enter(password: "987654", of: Self.one, at: Self.now, by: RegistryStage.author, in: $0)
        }
        #expect(try await Self.passwords(stage, room) == [RegistryStage.passwords[0], "987654"])
        await #expect(throws: DeviceChangeRefusal.alreadyKnown) {
            try await stage.database.write {
                try room.enter(password: "987654", of: Self.one, at: Self.now, by: RegistryStage.author, in: $0)
            }
        }
    }

    @Test func `both numbers speak for the outlet until the new one is confirmed, and the former stays known`()
        async throws
    {
        let (stage, room) = try await Self.made()
        func assign(_ number: DeviceNumber, to outlet: OutletID = Self.outlet, password: String? = nil) async throws {
            try await stage.database.write {
                try room.assign(
                    number, to: outlet, password: password, at: Self.now, by: RegistryStage.author, in: $0)
            }
        }
        func outlets() async throws -> [OutletID?] {
            try await stage.database.read { access in
                try [Self.one, Self.code].map { try room.binding(of: $0, in: access)?.outlet }
            }
        }
        try await assign(Self.code, password: "654321")
        try await assign(Self.code, password: "654321")
        #expect(try await outlets() == [Self.outlet, Self.outlet])
        #expect(try await Self.passwords(stage, room, Self.code) == ["654321"])
        #expect(try await stage.database.read { try room.awaited(of: Self.code, in: $0)?.number } == true)
        for proof in [DeviceProof.told, .used, .told] {
            _ = try await stage.database.write {
                try room.confirmNumber(Self.code, by: proof, at: Self.now, in: $0)
            }
            #expect(try await outlets() == [Self.outlet, Self.outlet])
        }
        let card = try await stage.database.read { try room.outlet(Self.outlet, scope: .city, in: $0) }
        #expect(card?.outlet.device == Self.code)
        let standings = try await stage.database.read { try room.numbers(of: Self.outlet, in: $0).map(\.standing) }
        #expect(standings == ["former", "present"])
        let refusals: [(DeviceNumber, OutletID, DeviceChangeRefusal)] = [
            (Self.two, Self.outlet, .numberInUse), (Self.one, OutletID(checked: "O1"), .numberInUse),
            (DeviceNumber(checked: "fedcba98765432100000abcd"), Self.outlet, .notANetworkCode),
            (DeviceNumber(checked: "FEDCBA98765432100000ABC"), Self.outlet, .notANetworkCode),
            (DeviceNumber(checked: "FEDCBA98765432100000ABCE"), OutletID(checked: "O9"), .unknownOutlet),
        ]
        for (number, outlet, refusal) in refusals {
            await #expect(throws: refusal) { try await assign(number, to: outlet) }
        }
        // A further number takes the place of the former one, with its secrets.
        let third = DeviceNumber(checked: "FEDCBA98765432100000ABCF")
        try await assign(third)
        #expect(try await Self.passwords(stage, room, third) == ["654321"])
        _ = try await stage.database.write { try room.confirmNumber(third, by: .used, at: Self.now, in: $0) }
        #expect(try await outlets() == [nil, Self.outlet])
    }

    @Test func `a number registered beforehand may be assigned with the password its logger sends`() async throws {
        let (stage, room) = try await Self.made()
        try await stage.database.write {
            try room.assign(
                Self.one, to: Self.outlet, password: "654321", at: Self.now, by: RegistryStage.author, in: $0)
        }
        #expect(try await Self.passwords(stage, room) == [RegistryStage.passwords[0], "654321"])
        #expect(try await stage.database.read { try room.numbers(of: Self.outlet, in: $0).count } == 1)
    }

    @Test func `drawn keys are text of sixteen characters and follow no pattern`() async throws {
        let (stage, room) = try await Self.made()
        var drawn: Set<[UInt8]> = []
        for seed in 1...4 {
            let order = try await stage.database.write { access in
                let order = try room.order(
                    .encryptionKey, of: Self.one, at: Self.now, by: RegistryStage.author,
                    entropy: SeededEntropy(seed: UInt64(seed)), in: access)
                try room.confirm(.encryptionKey, order.generation, of: Self.one, by: .told, at: Self.now, in: access)
                return order
            }
            drawn.insert(order.bytes)
            #expect(EncryptionKeyRule.refusal(of: order.bytes, from: .drawn) == nil)
            #expect("\(order)" == "secret \(order.generation)")
        }
        #expect(drawn.count == 4)
        #expect(try await stage.database.read { try room.encryptionKeys(of: Self.one, in: $0).count } == 2)
    }
}
