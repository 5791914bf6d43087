import Kernel
import Persistence

/// What people who are not known said of services.
enum FeedbackStore {
    static func insert(_ feedback: Feedback, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_feedback (number, service, text, receipt, received_at_ms, fact)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            [
                .int(feedback.number), .text(feedback.service), .optionalText(feedback.text), .text(feedback.receipt),
                .instant(feedback.receivedAt), .integer(feedback.fact),
            ])
        for (dimension, stars) in feedback.stars.sorted(by: { $0.key < $1.key }) {
            try access.execute(
                "INSERT INTO governance_feedback_stars (number, dimension, stars) VALUES (?1, ?2, ?3)",
                [.int(feedback.number), .text(dimension), .int(stars)])
        }
    }

    static func settle(_ number: Int, _ settled: Feedback.Settled, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE governance_feedback SET outcome = ?2, answer = ?3, author = ?4, settled_at_ms = ?5
            WHERE number = ?1
            """,
            [
                .int(number), .text(settled.outcome.rawValue), .text(settled.answer), .text(settled.author),
                .instant(settled.settledAt),
            ])
    }

    /// The highest number; 0 before the first.
    static func last(_ access: any ReadAccess) throws -> Int {
        try access.row("SELECT COALESCE(MAX(number), 0) AS last FROM governance_feedback")?.int("last") ?? 0
    }

    static func feedback(_ number: Int, in access: any ReadAccess) throws -> Feedback? {
        try list("WHERE number = ?1", [.int(number)], access).first
    }

    static func feedback(receipt: String, in access: any ReadAccess) throws -> Feedback? {
        try list("WHERE receipt = ?1", [.text(receipt)], access).first
    }

    /// What was said, the newest first, before a number.
    static func feedback(
        state: Feedback.State?, service: String?, before number: Int?, limit: Int, in access: any ReadAccess
    ) throws -> [Feedback] {
        try list(
            """
            WHERE (?1 IS NULL OR \(stateColumn) = ?1) AND (?2 IS NULL OR service = ?2)
              AND (?3 IS NULL OR number < ?3) ORDER BY number DESC LIMIT ?4
            """,
            [
                .optionalText(state?.rawValue), .optionalText(service), number.map { .int($0) } ?? .null, .int(limit),
            ], access)
    }

    /// Everything that was said.
    static func all(_ access: any ReadAccess) throws -> [Feedback] { try list("ORDER BY number", [], access) }

    /// How a row's state is told from its columns; the same words as `Feedback.State`.
    private static let stateColumn =
        "COALESCE(outcome, CASE WHEN text IS NULL THEN 'counted' ELSE 'open' END)"

    /// What a stretch of time comes to by service.
    static func totals(
        from: Instant, until: Instant, in access: any ReadAccess
    ) throws -> [FeedbackTotal] {
        var totals: [String: FeedbackTotal] = [:]
        let span: [SQLValue] = [.instant(from), .instant(until)]
        for row in try access.rows(
            """
            SELECT service, COUNT(*) AS everything, COUNT(text) AS written, COUNT(outcome) AS settled
            FROM governance_feedback WHERE received_at_ms >= ?1 AND received_at_ms < ?2 GROUP BY service
            """, span)
        {
            let service = try row.text("service")
            totals[service] = FeedbackTotal(
                service: service, count: try row.int("everything"), written: try row.int("written"),
                settled: try row.int("settled"))
        }
        for row in try access.rows(
            """
            SELECT said.service AS service, given.dimension AS dimension, SUM(given.stars) AS stars
            FROM governance_feedback AS said JOIN governance_feedback_stars AS given ON given.number = said.number
            WHERE said.received_at_ms >= ?1 AND said.received_at_ms < ?2
            GROUP BY said.service, given.dimension
            """, span)
        {
            totals[try row.text("service")]?.stars[try row.text("dimension")] = try row.int("stars")
        }
        return totals.values.sorted { $0.service < $1.service }
    }

    private static func list(
        _ rest: String, _ arguments: [SQLValue], _ access: any ReadAccess
    ) throws -> [Feedback] {
        let rows = try access.rows(
            """
            SELECT number, service, text, receipt, received_at_ms, fact, outcome, answer, author, settled_at_ms
            FROM governance_feedback \(rest)
            """, arguments)
        return try rows.map { row in
            let number = try row.int("number")
            let stars = try access.rows(
                "SELECT dimension, stars FROM governance_feedback_stars WHERE number = ?1", [.int(number)])
            var feedback = Feedback(
                number: number, service: try row.text("service"),
                stars: Dictionary(
                    try stars.map { (try $0.text("dimension"), try $0.int("stars")) },
                    uniquingKeysWith: { first, _ in first }),
                text: try row.optional("text", Row.text), receipt: try row.text("receipt"),
                receivedAt: try row.instant("received_at_ms"), fact: try row.int64("fact"))
            if let outcome: Feedback.Outcome = try row.optional("outcome", Row.choice) {
                feedback.settled = .init(
                    outcome: outcome, answer: try row.text("answer"), author: try row.text("author"),
                    settledAt: try row.instant("settled_at_ms"))
            }
            return feedback
        }
    }
}
