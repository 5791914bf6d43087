import Facts

/// Carries facts from the journal to the subscribers, in order, each exactly once.
public struct JournalDelivery: Sendable {
    private let database: any Database
    private let subscribers: [any JournalSubscriber]
    /// How many entries one transaction handles: it bounds how long the writer is held.
    private static let batchSize = 200

    /// A delivery to these subscribers.
    public init(database: any Database, subscribers: [any JournalSubscriber]) {
        self.database = database
        self.subscribers = subscribers
    }

    /// Delivers until nothing is left.
    public func deliverAll() async throws {
        var moved = true
        while moved {
            moved = false
            for subscriber in subscribers where try await deliverBatch(to: subscriber) { moved = true }
        }
    }

    /// Delivers after every commit until the task is cancelled. What one subscriber cannot take is reported and tried
    /// again with the next commit; the others, and everything else that the program does, go on.
    public func run(reporting report: @Sendable (_ subscriber: String, any Error) -> Void) async throws {
        let commits = database.commits.stream()
        try await deliverWhatCanBe(report)
        for await _ in commits {
            try await deliverWhatCanBe(report)
        }
    }

    private func deliverWhatCanBe(_ report: (_ subscriber: String, any Error) -> Void) async throws {
        for subscriber in subscribers {
            do {
                while try await deliverBatch(to: subscriber) {}
            } catch {
                try Task.checkCancellation()
                report(subscriber.subscriberName, error)
            }
        }
    }

    /// Hands on what waits, at most a batch; tells whether more may wait. Entries of no concern move no cursor, so that
    /// ingest does not pay for a second commit with each of its own.
    private func deliverBatch(to subscriber: any JournalSubscriber) async throws -> Bool {
        let (name, kinds) = (subscriber.subscriberName, subscriber.subscribedKinds)
        let waiting = try await database.read { access in
            try !Journal.entries(
                after: Self.cursor(of: name, in: access), kinds: kinds, limit: 1, in: access
            ).isEmpty
        }
        guard waiting else { return false }
        return try await database.write { access in
            let cursor = try Self.cursor(of: name, in: access)
            let last = try Journal.lastSequence(access)
            let entries = try Journal.entries(after: cursor, kinds: kinds, limit: Self.batchSize, in: access)
            for entry in entries { try subscriber.receive(entry, in: access) }
            let isFull = entries.count == Self.batchSize
            try access.execute(
                """
                INSERT INTO journal_cursor (subscriber, sequence) VALUES (?1, ?2)
                ON CONFLICT (subscriber) DO UPDATE SET sequence = excluded.sequence
                """, [.text(name), .integer(isFull ? entries.last?.sequence ?? last : last)])
            return true
        }
    }

    /// How many facts the slowest subscriber has still to take.
    public func undelivered(in access: any ReadAccess) throws -> Int {
        try subscribers.map { subscriber in
            try Journal.count(
                after: Self.cursor(of: subscriber.subscriberName, in: access), kinds: subscriber.subscribedKinds,
                in: access)
        }.max() ?? 0
    }

    /// How far a subscriber has read; 0 before it began.
    public static func cursor(of subscriber: String, in access: any ReadAccess) throws -> Int64 {
        try access.row("SELECT sequence FROM journal_cursor WHERE subscriber = ?1", [.text(subscriber)])?
            .int64("sequence") ?? 0
    }
}
