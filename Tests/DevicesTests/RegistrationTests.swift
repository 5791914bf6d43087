import Facts
import HJ212
import Kernel
import Persistence
import Synchronization
import Testing

@testable import Devices

struct RegistrationTests {
    private static let number = DeviceNumber(checked: "0123456789ABCDEF01234567")
    private static let outlet = OutletID(checked: "O1")

    private static func frame(
        _ hardware: String = "HW-1", cpu: String = "CPU-1", pw: String = "654321", mn: String = "", flag: Int = 9,
        area: String? = nil
    ) throws -> HeardFrame {
        let area = area ?? "i23005-Info=\(hardware);i23006-Info=\(cpu);i23007-Info=02AA;i23008-Info=02AB"
        return HeardFrame(
            try WireFrame.frame(
                "QN=20261123140000000;ST=31;CN=1001;PW=\(pw);MN=\(mn);Flag=\(flag);CP=&&\(area)&&"))
    }

    @discardableResult
    private static func register(
        _ stage: DevicesStage, _ heard: HeardFrame, from remote: String = "192.0.2.7:51000"
    ) async throws -> UnnumberedVerdict {
        try await stage.room.take([UnnumberedFrame(heard, receivedAt: stage.clock.now(), remote: remote)])[0]
    }

    private static func list(_ stage: DevicesStage) async throws -> [Registration] {
        try await stage.database.read { try RegistrationStore.list(after: nil, limit: 100_000, in: $0) }
    }

    private static func accept(
        _ stage: DevicesStage, _ hardware: String = "HW-1", number: String = number.text, outlet: String = outlet.text
    ) async throws -> ConversationID {
        try await stage.room.accept(
            RegistrationID(of: hardware), number: number, outlet: outlet, by: .city, at: stage.clock.now())
    }

    @Test func `a registration is kept once, told its number on its line, and its answers are heard there`()
        async throws
    {
        let stage = try await DevicesStage()
        let id = RegistrationID(of: "HW-1")
        #expect(try await Self.register(stage, Self.frame()) == .registered(registrant: id.text))
        #expect(try await Self.register(stage, Self.frame()) == .registered(registrant: id.text))
        let known = try #require(try await Self.list(stage).first)
        #expect(known.times == 2 && known.macs == ["02AA", "02AB"] && known.address == "192.0.2.7")
        stage.link.connect([id.text], at: stage.clock.now(), edition: .hj2025)
        let conversation = try await Self.accept(stage)
        // A double click gives no second order.
        #expect(try await Self.accept(stage) == conversation)
        try await stage.look()
        let sent = try #require(stage.link.sent(to: id.text).first)
        #expect(sent.header.cn == 1002 && sent.header.mn == nil && sent.header.pw == "654321")
        #expect(sent.value(of: "i23005-Info") == Self.number.text)
        #expect(stage.register.state.withLock { $0.passwords[Self.number] } == "654321")
        func answer(_ command: Int, _ result: String, from remote: String) async throws -> UnnumberedVerdict {
            let qn = stage.link.newestNumber(of: id.text)
            let frame = try WireFrame.frame(
                "QN=\(qn);ST=91;CN=\(command);PW=654321;MN=;Flag=8;CP=&&\(result)&&")
            return try await Self.register(stage, HeardFrame(frame), from: remote)
        }
        #expect(try await answer(9012, "ExeRtn=1", from: "198.51.100.9:1") == .unknown)
        #expect(try await answer(9011, "QnRtn=1", from: "192.0.2.7:51000") == .answered)
        #expect(try await answer(9012, "ExeRtn=1", from: "192.0.2.7:51000") == .answered)
        try await stage.look()
        #expect(try await stage.standing(conversation) == "done exe-1")
        #expect(stage.register.confirmed == ["\(Self.number) number"])
        let exchanges = try await stage.database.read { try ExchangeStore.exchanges(of: conversation, in: $0) }
        #expect(exchanges.map(\.command) == [1002, 9011, 9012] && exchanges.allSatisfy { $0.digest == nil })
        #expect(!exchanges.contains { $0.text.contains("654321") })
        #expect(try await stage.differences() == [])
        #expect(try await stage.kinds().first == "devices.registration-accepted")
    }

    @Test func `a logger that registers again is told again, within the day's limit`() async throws {
        let stage = try await DevicesStage()
        try await Self.register(stage, Self.frame())
        let first = try await Self.accept(stage)
        // No line: the order waits, and goes out after the restart at the next 1001.
        try await stage.look()
        #expect(try await stage.standing(first) == "queued")
        let later = stage.restarted()
        try await later.runner.recover()
        let id = RegistrationID(of: "HW-1")
        stage.link.connect([id.text], at: stage.clock.now(), edition: .hj2025)
        _ = try await later.take([
            UnnumberedFrame(try Self.frame(), receivedAt: stage.clock.now(), remote: "192.0.2.7:51000")
        ])
        try await later.runner.look()
        #expect(stage.link.sent(to: id.text).count == 1)
        for _ in 0..<40 {
            for _ in 0..<5 {
                stage.clock.pass(seconds: 10)
                try await later.runner.look()
            }
            _ = try await later.take([
                UnnumberedFrame(try Self.frame(), receivedAt: stage.clock.now(), remote: "192.0.2.7:51000")
            ])
        }
        let orders = try await stage.database.read {
            try ConversationStore.newest([.setDeviceNumber], outlet: Self.outlet, limit: 100, in: $0)
        }
        #expect(orders.count == RequestKind.setDeviceNumber.trait.perDayMax)
    }

    @Test(arguments: [
        ("i23006-Info=CPU", "", 9), ("i23005-Info=", "", 9), ("i23005-Info=a b", "", 9), ("", "", 9),
        ("i23005-Info=HW-1", "", 5), ("i23005-Info=HW-1", "M1", 9),
        ("i23005-Info=" + String(repeating: "x", count: 65), "", 9),
    ])
    func `damaged fields, another edition and a wish for a number are no registration`(
        area: String, mn: String, flag: Int
    ) async throws {
        let stage = try await DevicesStage()
        #expect(try await Self.register(stage, Self.frame(mn: mn, flag: flag, area: area)) == .unknown)
        #expect(try await Self.list(stage).isEmpty)
    }

    @Test func `who claims the same hardware with other particulars is seen and changes nothing`() async throws {
        let stage = try await DevicesStage()
        try await Self.register(stage, Self.frame())
        #expect(try await Self.register(stage, Self.frame(cpu: "CPU-2"), from: "198.51.100.9:1") == .unknown)
        #expect(try await Self.register(stage, Self.frame(pw: "111111"), from: "198.51.100.9:2") == .unknown)
        let known = try #require(try await Self.list(stage).first)
        #expect(known.conflicts == 2 && known.conflictAddress == "198.51.100.9" && known.cpu == "CPU-1")
        #expect(known.remote == "192.0.2.7:51000")
        _ = try await Self.accept(stage)
        #expect(try await Self.register(stage, Self.frame(cpu: "CPU-2"), from: "198.51.100.9:1") == .unknown)
        #expect(stage.register.state.withLock { $0.passwords[Self.number] } == "654321")
    }

    @Test func `ten thousand registrations take their places and push nobody out`() async throws {
        let stage = try await DevicesStage()
        try await Self.register(stage, Self.frame("HONEST"), from: "192.0.2.1:9")
        _ = try await Self.accept(stage, "HONEST")
        try await Self.register(stage, Self.frame("WAITING"), from: "192.0.2.1:9")
        stage.clock.pass(seconds: 7_200)
        for batch in 0..<100 {
            let frames = try (0..<100).map { index in
                let number = batch * 100 + index
                return UnnumberedFrame(
                    try Self.frame("FLOOD-\(number)"), receivedAt: stage.clock.now(),
                    remote: "198.51.\(number % 90).7:\(number)")
            }
            _ = try await stage.room.take(frames)
        }
        let kept = try await Self.list(stage)
        let bounds = RegistrationBounds.design
        #expect(kept.count { $0.acceptance == nil } == bounds.waitingMax)
        let perAddress = Dictionary(grouping: kept, by: \.address).mapValues(\.count)
        #expect(perAddress.values.allSatisfy { $0 <= bounds.waitingPerAddressMax })
        #expect(Set(["HONEST", "WAITING"]).isSubset(of: kept.map(\.hardware)))
        #expect(try await stage.kinds().count == 2)
    }

    @Test func `what was not repeated gives way within its own address`() async throws {
        let stage = try await DevicesStage()
        let bounds = RegistrationBounds.design
        for number in 0..<bounds.waitingPerAddressMax { try await Self.register(stage, Self.frame("OLD-\(number)")) }
        #expect(try await Self.register(stage, Self.frame("NEW")) == .unknown)
        stage.clock.pass(seconds: bounds.staleHours * 3_600 + 1)
        try await Self.register(stage, Self.frame("OLD-0"))
        #expect(try await Self.register(stage, Self.frame("NEW")) != .unknown)
        let kept = Set(try await Self.list(stage).map(\.hardware))
        #expect(kept.count == bounds.waitingPerAddressMax && kept.isSuperset(of: ["NEW", "OLD-0"]))
    }

    @Test func `what cannot be assigned is refused, and nothing is ordered`() async throws {
        let stage = try await DevicesStage()
        try await Self.register(stage, Self.frame())
        try await Self.register(stage, Self.frame("HW-2"))
        await #expect(throws: RegistrationRefusal.notFound) { try await Self.accept(stage, "HW-3") }
        await #expect(throws: RegistrationRefusal.notANumber) { try await Self.accept(stage, number: "a;b") }
        await #expect(throws: RegistrationRefusal.unknownOutlet) { try await Self.accept(stage, outlet: "no outlet") }
        stage.register.state.withLock { $0.refusal = .numberInUse }
        await #expect(throws: RegisterRefusal.numberInUse) { try await Self.accept(stage) }
        stage.register.state.withLock { $0.refusal = nil }
        #expect(try await Self.list(stage).allSatisfy { $0.acceptance == nil })
        _ = try await Self.accept(stage)
        await #expect(throws: RegistrationRefusal.numberGiven) { try await Self.accept(stage, "HW-2") }
        let now = stage.clock.now()
        try await stage.database.write {
            try stage.room.registrations.dismiss(RegistrationID(of: "HW-1"), by: .keeper, at: now, in: $0)
        }
        _ = try await Self.accept(stage, "HW-2")
        #expect(try await Self.list(stage).map(\.hardware) == ["HW-2"])
    }
}
