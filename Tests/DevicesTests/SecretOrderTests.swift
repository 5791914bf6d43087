import HJ212
import Kernel
import Persistence
import Synchronization
import Testing

@testable import Devices

struct SecretOrderTests {
    @Test func `a new password is ordered once, shown to nobody, and confirmed by the device's word`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now())
        let id = try await stage.ask(.setPassword, by: .keeper)
        #expect(try await stage.ask(.setPassword) == id)
        try await stage.look()
        #expect(try await stage.ask(.setPassword) == id)
        let sent = try #require(stage.link.sent(to: "M1").first)
        #expect(sent.header.cn == 1072 && sent.value(of: "NewPW") == "Ab3dE6" && sent.header.pw == "123456")
        try stage.answer(1, 9011, "QnRtn=1")
        try stage.answer(1, 9012, "ExeRtn=1")
        try stage.answer(1, 9012, "ExeRtn=1")
        try await stage.look()
        #expect(try await stage.standing(id) == "done exe-1")
        #expect(stage.register.confirmed == ["M1 secret(Devices.DeviceSecret.password, 2)"])
        let texts = try await stage.database.read { access in
            try ExchangeStore.exchanges(of: id, in: access).map(\.text)
                + access.rows("SELECT payload FROM journal_entry").map {
                    String(decoding: try $0.blob("payload"), as: UTF8.self)
                }
                + access.rows("SELECT parameters FROM devices_conversation").map {
                    String(decoding: try $0.blob("parameters"), as: UTF8.self)
                }
        }
        #expect(!texts.contains { $0.contains("Ab3dE6") || $0.contains("123456") })
        #expect(texts.contains { $0.contains("CP=&&NewPW=******&&") })
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: ["QnRtn=3", "QnRtn=2"])
    func `what a device refuses is not confirmed, and the next order is the same secret`(result: String) async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now(), edition: .hj2025)
        _ = try await stage.ask(.setKey)
        try await stage.look()
        try stage.answer(1, 9011, result)
        try await stage.look()
        #expect(stage.register.confirmed == [])
        _ = try await stage.ask(.setKey)
        try await stage.look()
        let keys = stage.link.sent(to: "M1").map { $0.value(of: "NewSK") }
        #expect(keys == ["Q7wE4rT9yU2iO5pA", "Q7wE4rT9yU2iO5pA"])
    }

    @Test func `no key is ordered before one is in force, in an old edition, or beyond the day's limit`() async throws {
        let stage = try await DevicesStage()
        stage.register.state.withLock { $0.hasKey = false }
        await #expect(throws: CommandRefusal.noKeyInForce) { try await stage.ask(.setKey) }
        stage.register.state.withLock { $0.hasKey = true }
        stage.link.connect(["M1"], at: stage.clock.now(), edition: .hj2017)
        await #expect(throws: CommandRefusal.notInEdition(.hj2017)) { try await stage.ask(.setKey) }
        for actor in [Actor.branch, .firm] {
            await #expect(throws: CommandRefusal.wrongRole(dangerous: false)) {
                try await stage.ask(.setPassword, by: actor)
            }
        }
        for _ in 0..<RequestKind.setPassword.trait.perDayMax {
            _ = try await stage.ask(.setPassword)
            try await stage.look()
            try stage.answer(1, 9011, "QnRtn=2")
            try await stage.look()
        }
        await #expect(throws: CommandRefusal.dayLimit(max: RequestKind.setPassword.trait.perDayMax)) {
            try await stage.ask(.setPassword)
        }
    }

    @Test(arguments: KeyPolicy.allCases)
    func `a device that asks for a key waits for a person, unless the platform decides`(policy: KeyPolicy) async throws
    {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now(), edition: .hj2025)
        let now = stage.clock.now()
        try await stage.database.write {
            try stage.room.registrations.set(policy, by: .keeper, at: now, in: $0)
        }
        for second in 0..<3 {
            try stage.hear(
                "QN=2026112314000\(second)000;ST=31;CN=1014;PW=123456;MN=M1;Flag=9;"
                    + "CP=&&SKCreateTime=20260801000000000&&"
            )
            try await stage.look()
            try await stage.look()
        }
        let wishes = try await stage.database.read {
            try WishStore.wishes(of: DeviceNumber(checked: "M1"), scope: .city, in: $0)
        }
        #expect(wishes.map(\.answer) == [policy == .people ? "key-waits" : "key-set"])
        #expect(stage.link.sent(to: "M1").map(\.header.cn) == (policy == .people ? [] : [1014]))
    }
}
