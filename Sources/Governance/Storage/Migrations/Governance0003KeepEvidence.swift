import Persistence

extension Migration {
    /// Evidence of reports, and findings on whether those who are late are excused.
    static let governance0003KeepEvidence = Migration(
        "governance-0003-keep-evidence",
        [
            """
            CREATE TABLE governance_evidence (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              number {integer} NOT NULL CHECK (number >= 1),
              month {text} NOT NULL CHECK (length(month) = 7),
              name {text} NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
              media_type {text},
              size_bytes {integer},
              sha256 {blob} CHECK (length(sha256) = 32),
              fact {integer},
              author {text} NOT NULL,
              filed_at_ms {integer} NOT NULL,
              PRIMARY KEY (policy, task, number),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task),
              CHECK ((fact IS NULL) <> (sha256 IS NULL) AND (sha256 IS NULL) = (media_type IS NULL)
                AND (sha256 IS NULL) = (size_bytes IS NULL))
            )
            """,
            """
            CREATE TABLE governance_tolerance (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              number {integer} NOT NULL CHECK (number >= 1),
              finding {text} NOT NULL CHECK (finding IN ('granted', 'refused')),
              document {text} NOT NULL CHECK (length(document) BETWEEN 1 AND 100),
              met {text} NOT NULL,
              note {text} NOT NULL CHECK (length(note) BETWEEN 1 AND 500),
              author {text} NOT NULL,
              found_at_ms {integer} NOT NULL,
              PRIMARY KEY (policy, task, number),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task)
            )
            """,
        ])
}
