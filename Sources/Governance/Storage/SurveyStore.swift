import Facts
import Kernel
import Persistence

/// Rounds of the survey of satisfaction: each is bytes, its answers are bytes, its result is bytes.
enum SurveyStore {
    /// Bytes as they were kept, with who kept them.
    struct Kept: Sendable {
        let content: [UInt8]
        let sha256: Digest256
        let author: String
        let at: Instant
        /// The number of its fact in the journal.
        let fact: Int64

        init(content: [UInt8], author: String, at: Instant, fact: Int64) {
            (self.content, self.author, self.at, self.fact) = (content, author, at, fact)
            sha256 = Digest256(of: content)
        }

        fileprivate init(_ row: Row, at column: String) throws {
            content = try row.blob("content")
            sha256 = try row.digest("sha256")
            author = try row.text("author")
            at = try row.instant(column)
            fact = try row.int64("fact")
        }

        fileprivate var arguments: [SQLValue] {
            [.blob(content), .digest(sha256), .text(author), .instant(at), .integer(fact)]
        }
    }

    static func insert(_ kept: Kept, of year: Int, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_survey (year, content, sha256, author, opened_at_ms, fact)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """, [.int(year)] + kept.arguments)
    }

    static func insert(
        _ kept: Kept, batch: Int, answers: Int, of year: Int, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_survey_batch (year, content, sha256, author, filed_at_ms, fact, batch, answers)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """, [.int(year)] + kept.arguments + [.int(batch), .int(answers)])
    }

    static func insert(result kept: Kept, of year: Int, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_survey_result (year, content, sha256, author, closed_at_ms, fact)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """, [.int(year)] + kept.arguments)
    }

    /// All rounds, the newest first.
    static func surveys(_ access: any ReadAccess) throws -> [(survey: Survey, kept: Kept)] {
        try access.rows(
            """
            SELECT content, sha256, author, opened_at_ms, fact FROM governance_survey ORDER BY year DESC
            """
        ).map { row in
            let kept = try Kept(row, at: "opened_at_ms")
            return (try CanonicalJSON.value(Survey.self, from: kept.content), kept)
        }
    }

    /// The round of a year; nil when there is none.
    static func survey(_ year: Int, in access: any ReadAccess) throws -> (survey: Survey, kept: Kept)? {
        try surveys(access).first { $0.survey.year == year }
    }

    /// What came in for a round, in its order.
    static func batches(
        of year: Int, in access: any ReadAccess
    ) throws -> [(batch: Int, answers: Int, kept: Kept)] {
        try access.rows(
            """
            SELECT content, sha256, author, filed_at_ms, fact, batch, answers FROM governance_survey_batch
            WHERE year = ?1 ORDER BY batch
            """, [.int(year)]
        ).map { row in (try row.int("batch"), try row.int("answers"), try Kept(row, at: "filed_at_ms")) }
    }

    /// Every answer of a round.
    static func answers(of year: Int, in access: any ReadAccess) throws -> [SurveyAnswer] {
        try batches(of: year, in: access).flatMap { SurveyAnswer.all($0.kept.content) }
    }

    /// How many answered by year.
    static func answerCounts(_ access: any ReadAccess) throws -> [Int: Int] {
        let rows = try access.rows(
            "SELECT year, SUM(answers) AS answers FROM governance_survey_batch GROUP BY year ORDER BY year")
        return Dictionary(
            try rows.map { (try $0.int("year"), try $0.int("answers")) }, uniquingKeysWith: { first, _ in first })
    }

    /// The results of closed rounds by year.
    static func results(_ access: any ReadAccess) throws -> [Int: (result: SurveyResult, kept: Kept)] {
        let rows = try access.rows(
            """
            SELECT year, content, sha256, author, closed_at_ms, fact FROM governance_survey_result ORDER BY year
            """)
        return Dictionary(
            try rows.map { row in
                let kept = try Kept(row, at: "closed_at_ms")
                return (
                    try row.int("year"), (try CanonicalJSON.value(SurveyResult.self, from: kept.content), kept)
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}
