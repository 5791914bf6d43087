import Facts
import Foundation
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Notices

struct NoticeTests {
    @Test func `a fact is sent once, signed, with the bytes that the journal committed to`() async throws {
        let stage = try await NoticeStage()
        let (id, secret) = try await stage.subscribe()
        try await stage.miss("C1")
        #expect(try await stage.room.watch.look() == 1)
        #expect(try await stage.room.watch.look() == 0)
        let post = try #require(stage.receiver.posts.first)
        #expect(stage.receiver.posts.count == 1)
        let body = try #require(JSONSerialization.jsonObject(with: Data(post.text.utf8)) as? [String: Any])
        #expect(body["kind"] as? String == DutyMissed.kind)
        #expect((body["payload"] as? [String: Any])?["reference"] as? String == "C1")
        let entry = try #require(
            try await stage.database.read { access in
                try Journal.newest(kinds: [DutyMissed.kind], scope: .city, limit: 1, in: access).first
            })
        #expect(post.text.hasSuffix(String(decoding: try #require(entry.payload), as: UTF8.self) + "}"))
        let moment = stage.clock.now().milliseconds / 1_000
        let code = HMAC256.code(of: Array("\(moment).\(post.text)".utf8), key: Array(secret.utf8))
        #expect(post.signature == "t=\(moment),v1=\(code.hex)")
        #expect(try await stage.standing(of: id).taken == 1)
        #expect(try await stage.differences() == [])
    }

    @Test func `the example by which receivers check themselves holds`() throws {
        let text = try RepositoryFile.text("docs/interfaces.md")
        func cell(_ name: String) throws -> String {
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("| \(name) | `") })
            return String(line.dropFirst("| \(name) | `".count).dropLast(3))
        }
        let moment = Instant(milliseconds: try #require(Int64(try cell("moment"))) * 1_000)
        let signed = NoticeMessage.signature(
            of: Array(try cell("body").utf8), at: moment, secret: Array(try cell("secret").utf8))
        #expect(try signed == cell("header"))
    }

    @Test func `only what was subscribed is sent: the kinds, the region, from then to the end`() async throws {
        let stage = try await NoticeStage()
        try await stage.miss("before")
        let (id, _) = try await stage.subscribe(region: NoticeStage.region)
        try await stage.miss("elsewhere", in: RegionCode(checked: "330603"))
        stage.clock.move(seconds: 1)
        try await stage.miss("here")
        _ = try await stage.room.watch.look()
        #expect(stage.receiver.posts.count == 1)
        try await stage.miss("waiting")
        try await stage.database.write { access in
            try stage.room.desk.end(id, because: "示例", by: NoticeStage.author, at: stage.clock.now(), in: access)
        }
        try await stage.miss("after")
        #expect(try await stage.room.watch.look() == 0)
        #expect(stage.receiver.posts.count == 1)
        #expect(try await stage.differences() == [])
        await #expect(throws: NoticeRefusal.alreadyEnded) {
            try await stage.database.write { access in
                try stage.room.desk.end(id, because: "again", by: NoticeStage.author, at: stage.clock.now(), in: access)
            }
        }
    }

    @Test func `what is not taken is tried again, later and later, and holds back what follows`() async throws {
        let stage = try await NoticeStage()
        let (id, _) = try await stage.subscribe()
        try await stage.miss("first")
        try await stage.miss("second")
        stage.receiver.answer(with: [500, nil, 302])
        for wait in [Int64(0), 5, 10] {
            if wait > 0 {
                stage.clock.move(seconds: wait - 1)
                #expect(try await stage.room.watch.look() == 0)
                #expect(stage.receiver.posts.count == (wait == 5 ? 1 : 2), "too early")
                stage.clock.move(seconds: 1)
            }
            #expect(try await stage.room.watch.look() == 0)
        }
        #expect(stage.receiver.posts.count == 3)
        #expect(stage.receiver.posts.allSatisfy { $0.text.contains("first") })
        let refused = try await stage.standing(of: id)
        #expect(refused.lastAnswer == "302" && refused.lastAnswerAt == stage.clock.now() && refused.isTryingAgain)
        stage.clock.move(seconds: 20)
        #expect(try await stage.room.watch.look() == 1)
        #expect(try await stage.room.watch.look() == 1)
        #expect(stage.receiver.posts.last?.text.contains("second") == true)
        let standing = try await stage.standing(of: id)
        #expect(standing.lastAnswer == "204" && standing.lastAnswerAt == stage.clock.now() && !standing.isTryingAgain)
    }

    @Test func `what is never taken is given up after a day, and the next goes on; a person sends it again`()
        async throws
    {
        let stage = try await NoticeStage()
        let (id, _) = try await stage.subscribe()
        try await stage.miss("first")
        stage.receiver.answer(with: Array(repeating: 503, count: RetryPlan.attemptsMax))
        let started = stage.clock.now()
        while try await stage.standing(of: id).givenUp == 0 {
            _ = try await stage.room.watch.look()
            stage.clock.move(seconds: 3_600)
        }
        #expect(stage.receiver.posts.count == RetryPlan.attemptsMax)
        #expect(stage.clock.now().milliseconds(since: started) > 24 * 3_600_000)
        try await stage.miss("second")
        #expect(try await stage.room.watch.look() == 1)
        let again = try await stage.database.write { access in
            try NoticeStore.retry(id, at: stage.clock.now(), in: access)
        }
        #expect(again == 1)
        #expect(try await stage.room.watch.look() == 1)
        #expect(stage.receiver.posts.last?.text.contains("first") == true)
    }

    @Test func `one receiver that does not answer holds back no other`() async throws {
        let stage = try await NoticeStage()
        let (one, _) = try await stage.subscribe()
        let (other, _) = try await stage.subscribe("http://10.0.0.7:8088/in")
        try await stage.miss("C1")
        stage.receiver.answer(with: [nil, 200])
        #expect(try await stage.room.watch.look() == 1)
        let taken = try await stage.standing(of: one).taken + stage.standing(of: other).taken
        #expect(taken == 1)
        stage.clock.move(seconds: 5)
        #expect(try await stage.room.watch.look() == 1)
    }

    @Test(
        arguments: [
            ("", [DutyMissed.kind], NoticeRefusal.noAddress), ("ftp://a.example/", [DutyMissed.kind], .noAddress),
            ("http://a.example/x y", [DutyMissed.kind], .noAddress),
            ("http://u@a.example/", [DutyMissed.kind], .noAddress),
            ("http://a.example:0/", [DutyMissed.kind], .noAddress), ("http://:80/", [DutyMissed.kind], .noAddress),
            ("http://a.example/#x", [DutyMissed.kind], .noAddress), ("http://a\r\nb/", [DutyMissed.kind], .noAddress),
            ("http://a.example/", [], .noKind),
            ("http://a.example/", ["access.signed-in"], .unknownKind("access.signed-in")),
        ])
    func `what cannot be subscribed is refused`(address: String, kinds: [String], refusal: NoticeRefusal) async throws {
        let stage = try await NoticeStage()
        await #expect(throws: refusal) { try await stage.subscribe(address, kinds: kinds) }
        #expect(try await stage.database.read { try NoticeStore.subscriptions($0) } == [])
    }

    @Test func `an address is kept as it was meant`() throws {
        #expect(NoticeAddress("http://Host.example")?.text == "http://host.example/")
        #expect(NoticeAddress("http://10.0.0.7:8088/in?x=1")?.text == "http://10.0.0.7:8088/in?x=1")
        #expect(NoticeAddress("http://h:80/")?.text == "http://h/")
        #expect(NoticeAddress("https://h:443")?.text == "https://h/" && NoticeAddress("https://h")?.port == 443)
        #expect(NoticeAddress("https://h:80/")?.authority == "h:80")
    }

    @Test func `no more subscriptions than the limit`() async throws {
        let stage = try await NoticeStage()
        for number in 0..<NoticeDesk.subscriptionsMax {
            _ = try await stage.subscribe("http://receiver.example/\(number)")
        }
        await #expect(throws: NoticeRefusal.tooMany) { try await stage.subscribe("http://receiver.example/more") }
    }

    @Test func `an address is subscribed once, and again when the first has ended`() async throws {
        let stage = try await NoticeStage()
        let (id, _) = try await stage.subscribe()
        await #expect(throws: NoticeRefusal.alreadySubscribed) { try await stage.subscribe() }
        try await stage.database.write { access in
            try stage.room.desk.end(id, because: "示例", by: NoticeStage.author, at: stage.clock.now(), in: access)
        }
        _ = try await stage.subscribe()
        #expect(try await stage.differences() == [])
    }
}
