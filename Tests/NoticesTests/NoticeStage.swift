import Facts
import Foundation
import Kernel
import Persistence
import SQLitePersistence
import Synchronization
import Testing

@testable import Notices

/// The room on a database of its own, with a receiver that answers as it is told and a clock that is moved by hand.
final class NoticeStage: Sendable {
    let database: any Database
    let clock = StageClock()
    let receiver = StageReceiver()
    let journal: Journal
    let room: NoticesRoom
    private let folder: URL

    static let region = RegionCode(checked: "330602")
    static let author = FactAuthor.person(PersonID(checked: "P1"))

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("jianhu-notices-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        database = try SQLiteDatabase(path: folder.appendingPathComponent("test.sqlite").path)
        try await Migrator.migrate(database, to: [TrunkSchema.schema, NoticesRoom.schema])
        let entropy = CountingEntropy()
        journal = Journal(clock: clock, entropy: entropy)
        let key = try #require(SecretKey(bytes: Array(1...32)))
        room = NoticesRoom(
            database: database, journal: journal, sender: receiver, secrets: SecretBox(keys: [key], entropy: entropy),
            regions: [(Self.region, Phrase("越城区", "Yuecheng"))], clock: clock, entropy: entropy)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Makes a subscription to missed duties.
    func subscribe(
        _ address: String = "http://receiver.example/notices", kinds: [String] = [DutyMissed.kind],
        region: RegionCode? = nil
    ) async throws -> (id: SubscriptionID, secret: String) {
        try await database.write { [room, clock] access in
            try room.desk.subscribe(
                name: "示例部门", address: address, kinds: kinds, region: region, by: Self.author, at: clock.now(),
                in: access)
        }
    }

    /// Journals a missed duty of a region and hands it to the room.
    func miss(_ reference: String, in region: RegionCode = NoticeStage.region) async throws {
        try await database.write { [journal, clock] access in
            let fact = DutyMissed(
                duty: DutyID(checked: "D-\(reference)"), dutyKind: "supervision.check", reference: reference,
                due: clock.now())
            _ = try journal.append(
                fact, about: FactSubject(region: region, reference: reference), by: .system("test"), in: access)
        }
        try await JournalDelivery(database: database, subscribers: [room.subscriber]).deliverAll()
    }

    func standing(of id: SubscriptionID) async throws -> NoticeStore.Standing {
        try await database.read { try NoticeStore.standings($0)[id] ?? .init() }
    }

    func differences() async throws -> [String] {
        try await database.read { try NoticesRoom.checks.check($0).flatMap(\.differences) }
    }
}

/// Takes what it is sent, and answers with what was put down for it; 204 when nothing was.
final class StageReceiver: NoticeSender {
    struct Post: Equatable {
        let text: String
        let signature: String
    }

    struct Unreachable: Error {}

    private let state = Mutex<(posts: [Post], answers: [Int?])>(([], []))

    var posts: [Post] { state.withLock { $0.posts } }

    /// The statuses of the next answers; nil for none at all.
    func answer(with answers: [Int?]) { state.withLock { $0.answers = answers } }

    func post(
        _ body: [UInt8], to address: NoticeAddress, headers: [(name: String, value: String)]
    ) async throws -> Int {
        let signature = headers.first { $0.name == "Jianhu-Signature" }?.value ?? ""
        let answer: Int? = state.withLock { state in
            state.posts.append(Post(text: String(decoding: body, as: UTF8.self), signature: signature))
            return state.answers.isEmpty ? 204 : state.answers.removeFirst()
        }
        guard let answer else { throw Unreachable() }
        return answer
    }
}

/// A clock that stands until it is moved.
final class StageClock: WallClock {
    private let moment = Mutex(Instant(milliseconds: 1_790_000_000_000))

    func now() -> Instant { moment.withLock { $0 } }

    func move(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// Bytes that never repeat, the same in every run.
final class CountingEntropy: EntropySource {
    private let count = Mutex<UInt64>(0)

    func bytes(_ count: Int) -> [UInt8] {
        let number = self.count.withLock { number -> UInt64 in
            number += 1
            return number
        }
        return (0..<count).map { index in UInt8(truncatingIfNeeded: number >> (8 * UInt64(index % 8))) }
    }
}
