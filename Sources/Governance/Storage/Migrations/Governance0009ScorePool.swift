import Persistence

extension Migration {
    /// The score of each project of the reserve pool that was decided last.
    static let governance0009ScorePool = Migration(
        "governance-0009-score-pool",
        [
            """
            CREATE TABLE governance_pool_score (
              project {integer} NOT NULL PRIMARY KEY REFERENCES governance_pool (project),
              score_hundredths {integer} NOT NULL CHECK (score_hundredths BETWEEN 0 AND 10000),
              decision {text} NOT NULL
            )
            """
        ])
}
