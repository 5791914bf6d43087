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

    /// Delivers after every commit until the task is cancelled.
    public func run() async throws {
        let commits = database.commits.stream()
        try await deliverAll()
        for await _ in commits {
            try await deliverAll()
        }
    }

    private func deliverBatch(to subscriber: any JournalSubscriber) async throws -> Bool {
        let waiting = try await database.read { access in
            try Self.cursor(of: subscriber.subscriberName, in: access) < Journal.lastSequence(access)
        }
        guard waiting else { return false }
        return try await database.write { access in
            let cursor = try Self.cursor(of: subscriber.subscriberName, in: access)
            let entries = try Journal.entries(after: cursor, limit: Self.batchSize, in: access)
            guard let last = entries.last else { return false }
            for entry in entries where subscriber.subscribedKinds.contains(entry.kind) {
                try subscriber.receive(entry, in: access)
            }
            try access.execute(
                """
                INSERT INTO journal_cursor (subscriber, sequence) VALUES (?1, ?2)
                ON CONFLICT (subscriber) DO UPDATE SET sequence = excluded.sequence
                """, [.text(subscriber.subscriberName), .integer(last.sequence)])
            return true
        }
    }

    /// How far a subscriber has read; 0 before it began.
    public static func cursor(of subscriber: String, in access: any ReadAccess) throws -> Int64 {
        try access.row("SELECT sequence FROM journal_cursor WHERE subscriber = ?1", [.text(subscriber)])?
            .int64("sequence") ?? 0
    }
}
