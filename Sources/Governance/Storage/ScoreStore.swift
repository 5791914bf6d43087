import Kernel
import Persistence

/// Scores of closed months, each with its decision.
enum ScoreStore {
    static func insert(_ score: Score, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_score (kind, month, subject, score, environment, economy, quadrant, decision_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            [
                .text(score.kind.rawValue), .month(score.month), .text(score.subject), number(score.score_hundredths),
                number(score.environment_hundredths), number(score.economy_hundredths),
                .optionalText(score.quadrant?.rawValue), .code(score.decision),
            ])
    }

    private static func number(_ number: Int?) -> SQLValue { number.map { .int($0) } ?? .null }

    /// The scores that somebody may see, of one month or of all, the newest month first.
    static func scores(
        of month: CivilMonth? = nil, in sight: BoardSight, _ access: any ReadAccess
    ) throws -> [Score] {
        try access.rows(
            """
            SELECT \(columns) FROM governance_score
            WHERE (?1 IS NULL OR month = ?1) AND \(sight.condition) ORDER BY month DESC, kind, subject
            """, [.optionalText(month?.description)]
        ).map(score)
    }

    /// The score that a decision is behind.
    static func score(
        decidedBy decision: DecisionID, in sight: BoardSight, _ access: any ReadAccess
    ) throws -> Score? {
        try access.row(
            "SELECT \(columns) FROM governance_score WHERE decision_id = ?1 AND \(sight.condition)", [.code(decision)]
        ).map(score)
    }

    private static let columns = "kind, month, subject, score, environment, economy, quadrant, decision_id"

    private static func score(_ row: Row) throws -> Score {
        Score(
            kind: try row.choice("kind"), month: try row.month("month"), subject: try row.text("subject"),
            score_hundredths: try row.optional("score", Row.int),
            environment_hundredths: try row.optional("environment", Row.int),
            economy_hundredths: try row.optional("economy", Row.int),
            quadrant: try row.optional("quadrant", Row.choice), decision: try row.code("decision_id"))
    }
}

extension BoardSight {
    /// The part of a WHERE clause that holds it.
    var condition: String {
        switch self {
        case .board: "1 = 1"
        case .nothing: "1 = 0"
        }
    }
}
