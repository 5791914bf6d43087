import Persistence

extension Migration {
    /// The score of each project of the reserve pool that was decided last; applications for money of funds.
    static let governance0009TakeApplications = Migration(
        "governance-0009-take-applications",
        [
            """
            CREATE TABLE governance_pool_score (
              project {integer} NOT NULL PRIMARY KEY REFERENCES governance_pool (project),
              score_hundredths {integer} NOT NULL CHECK (score_hundredths BETWEEN 0 AND 10000),
              decision {text} NOT NULL
            )
            """,
            """
            CREATE TABLE governance_fund_application (
              fund {integer} NOT NULL REFERENCES governance_fund (fund),
              application {integer} NOT NULL CHECK (application >= 1),
              unit {text} NOT NULL,
              target {text} NOT NULL CHECK (target IN ('project', 'task', 'enterprise', 'other')),
              target_name {text} NOT NULL,
              amount_fen {integer} NOT NULL CHECK (amount_fen > 0),
              what {text} NOT NULL CHECK (length(what) BETWEEN 1 AND 200),
              author {text} NOT NULL,
              filed_at_ms {integer} NOT NULL,
              verdict {text} CHECK (verdict IN ('accepted', 'returned')),
              note {text} CHECK (length(note) BETWEEN 1 AND 200),
              judge {text},
              judged_at_ms {integer},
              PRIMARY KEY (fund, application),
              CHECK ((verdict IS NULL) = (note IS NULL) AND (verdict IS NULL) = (judge IS NULL)
                AND (verdict IS NULL) = (judged_at_ms IS NULL))
            )
            """,
            "ALTER TABLE governance_fund_entry ADD COLUMN application {integer}",
        ])
}
