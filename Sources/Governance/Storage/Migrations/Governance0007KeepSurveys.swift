import Persistence

extension Migration {
    /// Rounds of the survey of satisfaction with their answers and results; public feedback.
    static let governance0007KeepSurveys = Migration(
        "governance-0007-keep-surveys",
        [
            """
            CREATE TABLE governance_survey (
              year {integer} NOT NULL PRIMARY KEY CHECK (year BETWEEN 2000 AND 2099),
              content {blob} NOT NULL,
              sha256 {blob} NOT NULL CHECK (length(sha256) = 32),
              author {text} NOT NULL,
              opened_at_ms {integer} NOT NULL,
              fact {integer} NOT NULL
            )
            """,
            """
            CREATE TABLE governance_survey_batch (
              year {integer} NOT NULL REFERENCES governance_survey (year),
              batch {integer} NOT NULL CHECK (batch >= 1),
              answers {integer} NOT NULL CHECK (answers >= 1),
              content {blob} NOT NULL,
              sha256 {blob} NOT NULL CHECK (length(sha256) = 32),
              author {text} NOT NULL,
              filed_at_ms {integer} NOT NULL,
              fact {integer} NOT NULL,
              PRIMARY KEY (year, batch)
            )
            """,
            """
            CREATE TABLE governance_survey_result (
              year {integer} NOT NULL PRIMARY KEY REFERENCES governance_survey (year),
              content {blob} NOT NULL,
              sha256 {blob} NOT NULL CHECK (length(sha256) = 32),
              author {text} NOT NULL,
              closed_at_ms {integer} NOT NULL,
              fact {integer} NOT NULL
            )
            """,
            """
            CREATE TABLE governance_feedback (
              number {integer} NOT NULL PRIMARY KEY CHECK (number >= 1),
              service {text} NOT NULL CHECK (length(service) BETWEEN 1 AND 40),
              text {text} CHECK (length(text) BETWEEN 1 AND 500),
              receipt {text} NOT NULL UNIQUE CHECK (length(receipt) = 16),
              received_at_ms {integer} NOT NULL,
              fact {integer} NOT NULL,
              outcome {text} CHECK (outcome IN ('answered', 'closed')),
              answer {text} CHECK (length(answer) BETWEEN 1 AND 500),
              author {text},
              settled_at_ms {integer},
              CHECK ((outcome IS NULL) = (answer IS NULL) AND (outcome IS NULL) = (author IS NULL)
                AND (outcome IS NULL) = (settled_at_ms IS NULL)),
              CHECK (outcome IS NULL OR text IS NOT NULL)
            )
            """,
            "CREATE INDEX governance_feedback_received ON governance_feedback (received_at_ms)",
            """
            CREATE TABLE governance_feedback_stars (
              number {integer} NOT NULL REFERENCES governance_feedback (number),
              dimension {text} NOT NULL,
              stars {integer} NOT NULL CHECK (stars BETWEEN 1 AND 5),
              PRIMARY KEY (number, dimension)
            )
            """,
        ])
}
