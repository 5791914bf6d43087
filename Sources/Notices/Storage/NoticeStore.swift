import Facts
import Kernel
import Persistence

/// Subscriptions and the notices on their way.
enum NoticeStore {
    static func insert(
        _ subscription: NoticeSubscription, sealed: [UInt8], in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO notices_subscription
              (subscription_id, name, address, kinds, region_code, secret_sealed, created_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            [
                .code(subscription.id), .text(subscription.name), .text(subscription.address.text),
                .text(subscription.kinds.sorted().joined(separator: " ")), .code(subscription.region), .blob(sealed),
                .instant(subscription.createdAt),
            ])
    }

    /// Ends a subscription; what waits for it is dropped with it.
    static func end(_ id: SubscriptionID, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE notices_subscription SET ended_at_ms = ?2 WHERE subscription_id = ?1", [.code(id), .instant(now)])
        try access.execute(
            "DELETE FROM notices_notice WHERE subscription_id = ?1 AND state <> 'taken'", [.code(id)])
    }

    static func subscriptions(_ access: any ReadAccess) throws -> [NoticeSubscription] {
        try access.rows(
            """
            SELECT subscription_id, name, address, kinds, region_code, created_at_ms, ended_at_ms
            FROM notices_subscription ORDER BY created_at_ms, subscription_id
            """
        ).map(subscription)
    }

    static func sealedSecret(of id: SubscriptionID, in access: any ReadAccess) throws -> [UInt8]? {
        try access.row(
            "SELECT secret_sealed FROM notices_subscription WHERE subscription_id = ?1", [.code(id)]
        )?.blob("secret_sealed")
    }

    /// Puts a fact on its way; one that is already, or was, stays as it is.
    static func enqueue(
        _ sequence: Int64, for id: SubscriptionID, at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO notices_notice (subscription_id, sequence, state, attempts, next_ms, last_answer)
            VALUES (?1, ?2, 'waiting', 0, ?3, '') ON CONFLICT DO NOTHING
            """, [.code(id), .integer(sequence), .instant(now)])
    }

    /// What is on its way to a subscription.
    struct Waiting: Equatable {
        let subscription: SubscriptionID
        let sequence: Int64
        let attempts: Int
    }

    /// The oldest waiting notice of each subscription, when its time has come: later ones wait behind it, so that a
    /// receiver reads facts in their order.
    static func due(at now: Instant, in access: any ReadAccess) throws -> [Waiting] {
        try access.rows(
            """
            SELECT n.subscription_id, n.sequence, n.attempts FROM notices_notice n
            JOIN (SELECT subscription_id, MIN(sequence) AS sequence FROM notices_notice
                  WHERE state = 'waiting' GROUP BY subscription_id) f
              ON f.subscription_id = n.subscription_id AND f.sequence = n.sequence
            WHERE n.next_ms <= ?1 ORDER BY n.subscription_id
            """, [.instant(now)]
        ).map { row in
            Waiting(
                subscription: try row.code("subscription_id"), sequence: try row.int64("sequence"),
                attempts: try row.int("attempts"))
        }
    }

    /// Notes what became of an attempt. A notice whose subscription was ended meanwhile is gone, and stays so.
    static func note(
        _ waiting: Waiting, isTaken: Bool, answer: String, at now: Instant, in access: any WriteAccess
    ) throws {
        let next = isTaken ? nil : RetryPlan.next(after: waiting.attempts + 1, at: now)
        try access.execute(
            """
            UPDATE notices_notice SET state = ?3, attempts = attempts + 1, next_ms = ?4, last_answer = ?5
            WHERE subscription_id = ?1 AND sequence = ?2 AND state = 'waiting'
            """,
            [
                .code(waiting.subscription), .integer(waiting.sequence),
                .text(isTaken ? "taken" : next == nil ? "given-up" : "waiting"), .instant(next ?? now),
                .text(String(answer.prefix(200))),
            ])
    }

    /// Puts what was given up on its way again; tells how many that were.
    static func retry(_ id: SubscriptionID, at now: Instant, in access: any WriteAccess) throws -> Int {
        try access.execute(
            """
            UPDATE notices_notice SET state = 'waiting', attempts = 0, next_ms = ?2
            WHERE subscription_id = ?1 AND state = 'given-up'
            """, [.code(id), .instant(now)])
    }

    /// How a subscription stands.
    struct Standing: Equatable {
        var waiting = 0
        var taken = 0
        var givenUp = 0
        /// What the last attempt came to; empty before one.
        var lastAnswer = ""
        /// When it was made; nil before one.
        var lastAnswerAt: Instant?
        /// Whether a notice waits that was not taken yet.
        var isTryingAgain = false

        /// An attempt that was made, if it is the newest of those told.
        mutating func tell(_ answer: String, at moment: Instant) {
            guard lastAnswerAt.map({ $0 <= moment }) ?? true else { return }
            (lastAnswer, lastAnswerAt) = (answer, moment)
        }
    }

    static func standings(_ access: any ReadAccess) throws -> [SubscriptionID: Standing] {
        var standings: [SubscriptionID: Standing] = [:]
        let rows = try access.rows(
            """
            SELECT subscription_id, state, COUNT(*) AS notices FROM notices_notice GROUP BY subscription_id, state
            """)
        for row in rows {
            let id: SubscriptionID = try row.code("subscription_id")
            let count = try row.int("notices")
            switch try row.text("state") {
            case "waiting": standings[id, default: Standing()].waiting = count
            case "taken": standings[id, default: Standing()].taken = count
            default: standings[id, default: Standing()].givenUp = count
            }
        }
        try tellLastAnswers(&standings, access)
        return standings
    }

    /// What the newest attempts came to. A notice that is settled has the moment of its last attempt as its next; one
    /// that waits has that of the attempt to come, from which the plan leads back.
    private static func tellLastAnswers(
        _ standings: inout [SubscriptionID: Standing], _ access: any ReadAccess
    ) throws {
        let rows = try access.rows(
            """
            SELECT n.subscription_id, n.state, n.attempts, n.next_ms, n.last_answer FROM notices_notice n
            JOIN (SELECT subscription_id, MAX(next_ms) AS next_ms FROM notices_notice
                  WHERE state <> 'waiting' GROUP BY subscription_id) f
              ON f.subscription_id = n.subscription_id AND f.next_ms = n.next_ms
            WHERE n.state <> 'waiting'
            UNION ALL
            SELECT subscription_id, state, attempts, next_ms, last_answer FROM notices_notice
            WHERE state = 'waiting' AND attempts > 0
            """)
        for row in rows {
            let id: SubscriptionID = try row.code("subscription_id")
            let next = try row.instant("next_ms")
            let isWaiting = try row.text("state") == "waiting"
            let delay_ms =
                isWaiting
                ? RetryPlan.next(after: try row.int("attempts"), at: next)?.milliseconds(since: next) ?? 0 : 0
            if isWaiting { standings[id, default: Standing()].isTryingAgain = true }
            standings[id, default: Standing()].tell(
                try row.text("last_answer"), at: next.adding(milliseconds: -delay_ms))
        }
    }

    /// Forgets what a subscription took long ago; the journal keeps the facts themselves.
    static func forget(
        takenBefore sequence: Int64, by id: SubscriptionID, in access: any WriteAccess
    ) throws {
        try access.execute(
            "DELETE FROM notices_notice WHERE state = 'taken' AND subscription_id = ?1 AND sequence < ?2",
            [.code(id), .integer(sequence)])
    }

    static func forEachNotice(
        _ access: any ReadAccess, _ body: (SubscriptionID, Int64) throws -> Void
    ) throws {
        try access.forEachRow("SELECT subscription_id, sequence FROM notices_notice ORDER BY sequence", []) { row in
            try body(row.code("subscription_id"), row.int64("sequence"))
        }
    }

    private static func subscription(_ row: Row) throws -> NoticeSubscription {
        let text = try row.text("address")
        guard let address = NoticeAddress(text) else { throw Unreadable(address: text) }
        return NoticeSubscription(
            id: try row.code("subscription_id"), name: try row.text("name"), address: address,
            kinds: Set(try row.text("kinds").split(separator: " ").map(String.init)),
            region: try row.optional("region_code", Row.code), createdAt: try row.instant("created_at_ms"),
            endedAt: try row.optional("ended_at_ms", Row.instant))
    }

    /// A stored address that this program would not have stored.
    struct Unreadable: Error {
        let address: String
    }
}
