import Persistence

extension Migration {
    /// What units that lead with another one contribute, who is to take a task over, and what was taken back.
    static let governance0010ShareTasks = Migration(
        "governance-0010-share-tasks",
        [
            """
            CREATE TABLE governance_contribution (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              number {integer} NOT NULL CHECK (number >= 1),
              month {text} NOT NULL CHECK (length(month) = 7),
              unit {text} NOT NULL,
              text {text} NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
              evidence {text} NOT NULL CHECK (length(evidence) BETWEEN 1 AND 1000),
              author {text} NOT NULL,
              filed_at_ms {integer} NOT NULL,
              PRIMARY KEY (policy, task, number),
              UNIQUE (policy, task, month, unit),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task)
            )
            """,
            """
            CREATE TABLE governance_takeover (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              unit {text} NOT NULL,
              person_id {text} NOT NULL,
              author {text} NOT NULL,
              asked_at_ms {integer} NOT NULL,
              PRIMARY KEY (policy, task),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task)
            )
            """,
            """
            CREATE TABLE governance_taken_back (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              number {integer} NOT NULL CHECK (number >= 1),
              act {text} NOT NULL CHECK (act IN ('extension', 'acceptance', 'milestone')),
              target {text} NOT NULL,
              document {text} NOT NULL CHECK (length(document) BETWEEN 1 AND 100),
              reason {text} NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
              author {text} NOT NULL,
              taken_at_ms {integer} NOT NULL,
              PRIMARY KEY (policy, task, number),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task)
            )
            """,
        ])
}
