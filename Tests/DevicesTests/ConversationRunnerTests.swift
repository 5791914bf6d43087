import HJ212
import Kernel
import Persistence
import Testing

@testable import Devices

struct ConversationRunnerTests {
    @Test func `a time request goes from the queue to its answer, and every step is written down`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now())
        let id = try await stage.ask(.readTime)
        #expect(try await stage.standing(id) == "queued")
        try await stage.look()
        #expect(try await stage.standing(id) == "sent")
        try stage.answer(1, 9011, "QnRtn=1")
        try stage.answer(1, 1011, "SystemTime=20261123140001")
        try stage.answer(1, 9012, "ExeRtn=1")
        try await stage.look()
        let record = try #require(try await stage.record(id))
        #expect(try await stage.standing(id) == "done exe-1")
        #expect(record.answer == "SystemTime=20261123140001")
        #expect(record.machine.dataFrames == 1)
        let exchanges = try await stage.database.read { try ExchangeStore.exchanges(of: id, in: $0) }
        #expect(
            exchanges.map { "\($0.direction) \($0.command)" } == [
                "sent 1011", "received 9011", "received 1011", "received 9012",
            ])
        #expect(exchanges.allSatisfy { !$0.text.contains("123456") && $0.text.contains("PW=******") })
        #expect(
            try await stage.kinds() == ["devices.command-asked", "devices.command-sent", "devices.command-ended"])
    }

    @Test func `one silent device does not hold up fifty that answer`() async throws {
        let stage = try await DevicesStage()
        let numbers = Array(1...51)
        stage.link.connect(numbers.map { "M\($0)" }, at: stage.clock.now())
        var ids: [ConversationID] = []
        for number in numbers { ids.append(try await stage.ask(.setTime, of: number)) }
        try await stage.look()
        for number in numbers.dropFirst() {
            try stage.answer(number, 9011, "QnRtn=1")
            try stage.answer(number, 9012, "ExeRtn=1")
        }
        try await stage.look()
        for id in ids.dropFirst() { #expect(try await stage.standing(id) == "done exe-1") }
        for _ in 0..<4 {
            stage.clock.pass(seconds: 10)
            try await stage.look()
        }
        #expect(try await stage.standing(ids[0]) == "unanswered no-answer")
        let sent = stage.link.sent(to: "M1")
        #expect(sent.count == 4)
        #expect(Set(sent.map { $0.header.qn?.text }).count == 1)
        // Each sending tells the time of that sending.
        #expect(Set(sent.map { $0.value(of: "SystemTime") }).count == 4)
        let numbersUsed = numbers.map { stage.link.newestNumber(of: "M\($0)") }
        #expect(Set(numbersUsed).count == 51)
    }

    @Test func `a device talks about one thing at a time, in the order it was asked`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now())
        let first = try await stage.ask(.readTime)
        let second = try await stage.ask(.readRealTimeInterval)
        try await stage.look()
        #expect(stage.link.sent(to: "M1").map { $0.header.cn } == [1011])
        try stage.answer(1, 9011, "QnRtn=2")
        try await stage.look()
        #expect(try await stage.standing(first) == "refused qn-2")
        try await stage.look()
        #expect(try await stage.standing(second) == "sent")
        #expect(stage.link.sent(to: "M1").map { $0.header.cn } == [1011, 1061])
    }

    @Test func `a request waits for its device, and for ever only a day`() async throws {
        let stage = try await DevicesStage()
        let waiting = try await stage.ask(.readTime, of: 1)
        let lost = try await stage.ask(.readTime, of: 2)
        try await stage.look()
        #expect(try await stage.standing(waiting) == "queued")
        stage.clock.pass(seconds: 3_600)
        stage.link.connect(["M1"], at: stage.clock.now())
        try await stage.look()
        #expect(try await stage.standing(waiting) == "sent")
        stage.clock.pass(seconds: 23 * 3_600)
        try await stage.look()
        #expect(try await stage.standing(lost) == "expired no-line")
    }

    @Test func `an answer with a foreign number changes nothing, and one that comes twice does no harm`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now())
        let id = try await stage.ask(.setTime)
        try await stage.look()
        try stage.hear("QN=20200101000000000;ST=91;CN=9011;PW=123456;MN=M1;Flag=4;CP=&&QnRtn=2&&")
        try await stage.look()
        #expect(try await stage.standing(id) == "sent")
        for _ in 0..<2 { try stage.answer(1, 9011, "QnRtn=1") }
        for _ in 0..<2 { try stage.answer(1, 9012, "ExeRtn=1") }
        try await stage.look()
        #expect(try await stage.standing(id) == "done exe-1")
        try stage.answer(1, 9012, "ExeRtn=2")
        try await stage.look()
        #expect(try await stage.standing(id) == "done exe-1")
        #expect(try await stage.kinds().count { $0 == "devices.command-ended" } == 1)
    }

    @Test func `a device of 2005 answers in its data area, and is asked in its words`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now(), edition: .hjt2005)
        let id = try await stage.ask(
            .hourHistory, ["from": "2026-11-23 08:10", "to": "2026-11-23 10:00"])
        try await stage.look()
        let frame = try #require(stage.link.sent(to: "M1").first)
        #expect(
            frame.groups == [
                [
                    Item(key: "BeginTime", value: "20261123080000", group: 0),
                    Item(key: "EndTime", value: "20261123100000", group: 0),
                ]
            ])
        let qn = stage.link.newestNumber(of: "M1")
        try stage.hear("ST=91;CN=9011;PW=123456;MN=M1;Flag=0;CP=&&QN=\(qn);QnRtn=1&&")
        for hour in ["07", "08", "09", "10", "11"] {
            try stage.hear("ST=31;CN=2061;PW=123456;MN=M1;CP=&&DataTime=20261123\(hour)0000;B01-Avg=1.0&&")
        }
        try stage.hear("ST=91;CN=9012;PW=123456;MN=M1;Flag=0;CP=&&QN=\(qn);ExeRtn=1&&")
        try await stage.look()
        #expect(try await stage.standing(id) == "done exe-1")
        #expect(try await stage.record(id)?.machine.dataFrames == 3)
    }

    @Test func `a device that proves its frames by another check is asked with that check`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now(), crc: .modbus)
        try await stage.ask(.readTime)
        try await stage.look()
        #expect(stage.link.sent(to: "M1").map(\.crc) == [.modbus])
    }

    @Test func `a device that comes back is asked at once, without waiting for the deadline`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now())
        let id = try await stage.ask(.readTime)
        try await stage.look()
        stage.link.disconnect("M1")
        stage.clock.pass(seconds: 2)
        try await stage.look()
        stage.link.connect(["M1"], at: stage.clock.now())
        try await stage.look()
        #expect(stage.link.sent(to: "M1").count == 2)
        #expect(try await stage.record(id)?.machine.tries == 2)
    }

    @Test func `what no line takes is written down as unsent and tried again`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now())
        stage.link.block("M1")
        let id = try await stage.ask(.readTime)
        for _ in 0..<5 {
            try await stage.look()
            stage.clock.pass(seconds: 10)
        }
        #expect(try await stage.standing(id) == "unanswered no-answer")
        let exchanges = try await stage.database.read { try ExchangeStore.exchanges(of: id, in: $0) }
        #expect(exchanges.count { $0.direction == .unsent } == 4)
    }

    @Test func `after a restart what ran is interrupted, and what waited goes on`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now())
        let running = try await stage.ask(.readTime)
        try await stage.look()
        let waiting = try await stage.ask(.readRealTimeInterval)
        let later = stage.restarted()
        try await later.runner.recover()
        #expect(try await stage.standing(running) == "interrupted stopped")
        #expect(try await stage.standing(waiting) == "queued")
        try await later.runner.look()
        #expect(try await stage.standing(waiting) == "sent")
        #expect(Set(stage.link.sent(to: "M1").map { $0.header.qn?.text }).count == 2)
    }

    @Test func `a device that asks for the time gets it a few times a day, however often it asks`() async throws {
        let stage = try await DevicesStage()
        stage.link.connect(["M1"], at: stage.clock.now())
        for _ in 0..<8 {
            for _ in 0..<20 { try stage.hear("QN=20261123140000000;ST=31;CN=1013;PW=123456;MN=M1;Flag=5;CP=&&&&") }
            for _ in 0..<3 {
                try await stage.look()
                guard !stage.link.sent(to: "M1").isEmpty else { continue }
                try stage.answer(1, 9012, "ExeRtn=1")
            }
            stage.clock.pass(seconds: 60)
        }
        #expect(stage.link.sent(to: "M1").count == RequestKind.setTime.trait.perDayMax)
        let wishes = try await stage.database.read {
            try WishStore.wishes(of: DeviceNumber(checked: "M1"), scope: .city, in: $0)
        }
        #expect(wishes.map { "\($0.command) \($0.answer)" } == ["1013 time-limit"])
        #expect(try await stage.kinds().count { $0 == "devices.device-asked" } == 2)
    }
}
