import Facts
import Kernel
import Persistence
import SQLitePersistence
import Synchronization
import Testing

struct JournalDeliveryTests {
    private static let seen = """
        CREATE TABLE seen (
          subscriber {text} NOT NULL, sequence {integer} NOT NULL, PRIMARY KEY (subscriber, sequence)
        )
        """

    /// Writes down what it is given, in the delivery's transaction; a second delivery would break the primary key.
    private struct Listener: JournalSubscriber {
        let subscriberName: String
        var subscribedKinds: Set<String> = [StageNote.kind]
        var refused: FrozenPoint?
        var echo: Journal?

        func receive(_ entry: JournalEntry, in access: any WriteAccess) throws {
            try access.execute(
                "INSERT INTO seen (subscriber, sequence) VALUES (?1, ?2)",
                [.text(subscriberName), .integer(entry.sequence)])
            try refused?.pass(entry.sequence)
            guard let echo, entry.kind == StageNote.kind else { return }
            try echo.append(StageEcho(of: entry.sequence), about: .city, by: .system("echo"), in: access)
        }
    }

    private struct StageEcho: Fact {
        static let kind = "stage.echoed"
        let of: Int64
    }

    /// An entry that cannot be taken until it is thawed.
    private final class FrozenPoint: Sendable {
        struct Refusal: Error {}
        private let sequence: Mutex<Int64?>

        init(_ sequence: Int64) { self.sequence = Mutex(sequence) }

        func thaw() { sequence.withLock { $0 = nil } }

        func pass(_ passing: Int64) throws {
            if sequence.withLock({ $0 == passing }) { throw Refusal() }
        }
    }

    private static func seen(by name: String, _ database: SQLiteDatabase) async throws -> [Int64] {
        try await database.read { access in
            try access.rows("SELECT sequence FROM seen WHERE subscriber = ?1 ORDER BY rowid", [.text(name)])
                .map { try $0.int64("sequence") }
        }
    }

    @Test(arguments: [0, 1, 199, 200, 201, 450])
    func `each fact comes once and in order, also after a restart`(count: Int) async throws {
        let stage = try await TrunkStage([Self.seen])
        try await stage.append(Array(repeating: .city, count: count))
        for _ in 0..<2 {
            let delivery = JournalDelivery(
                database: stage.database,
                subscribers: [Listener(subscriberName: "a"), Listener(subscriberName: "b", subscribedKinds: ["other"])])
            try await delivery.deliverAll()
        }
        try await stage.append([.city])
        let restarted = JournalDelivery(database: stage.database, subscribers: [Listener(subscriberName: "a")])
        try await restarted.deliverAll()
        #expect(try await Self.seen(by: "a", stage.database) == Array(1...Int64(count + 1)))
        #expect(try await Self.seen(by: "b", stage.database) == [])
        let cursor = try await stage.database.read { try JournalDelivery.cursor(of: "a", in: $0) }
        #expect(cursor == Int64(count + 1))
    }

    @Test func `who throws keeps nothing, holds nobody back, and is asked again`() async throws {
        let stage = try await TrunkStage([Self.seen])
        try await stage.append(Array(repeating: .city, count: 6))
        let point = FrozenPoint(5)
        let delivery = JournalDelivery(
            database: stage.database,
            subscribers: [Listener(subscriberName: "slow", refused: point), Listener(subscriberName: "quick")])
        await #expect(throws: FrozenPoint.Refusal.self) { try await delivery.deliverAll() }
        #expect(try await Self.seen(by: "slow", stage.database) == [])
        #expect(try await stage.database.read { try JournalDelivery.cursor(of: "slow", in: $0) } == 0)

        let (reports, reporting) = AsyncStream.makeStream(of: String.self)
        let running = Task { try await delivery.run { name, _ in reporting.yield(name) } }
        var incoming = reports.makeAsyncIterator()
        #expect(await incoming.next() == "slow")
        point.thaw()
        var commits = stage.database.commits.stream().makeAsyncIterator()
        try await stage.append([.city])
        for name in ["slow", "quick"] {
            while try await Self.seen(by: name, stage.database).count < 7 { await commits.next() }
        }
        running.cancel()
        try? await running.value
        #expect(try await Self.seen(by: "slow", stage.database) == Array(1...7))
        #expect(try await Self.seen(by: "quick", stage.database) == Array(1...7))
    }

    @Test func `appended facts reach whoever asks for them, their author and those asked before too`() async throws {
        let stage = try await TrunkStage([Self.seen])
        try await stage.append(Array(repeating: .city, count: 3))
        let delivery = JournalDelivery(
            database: stage.database,
            subscribers: [
                Listener(subscriberName: "end", subscribedKinds: [StageEcho.kind]),
                Listener(
                    subscriberName: "middle", subscribedKinds: [StageEcho.kind, StageNote.kind], echo: stage.journal),
                Listener(subscriberName: "all", subscribedKinds: [StageEcho.kind, StageNote.kind]),
            ])
        try await delivery.deliverAll()
        #expect(try await Self.seen(by: "middle", stage.database) == [1, 2, 3, 4, 5, 6])
        #expect(try await Self.seen(by: "end", stage.database) == [4, 5, 6])
        #expect(try await Self.seen(by: "all", stage.database) == [1, 2, 3, 4, 5, 6])
    }
}
