import Persistence

extension Migration {
    /// A milestone that was set by mistake may be taken back.
    static let governance0020TakeMilestonesBack = Migration(
        "governance-0020-take-milestones-back",
        [
            """
            CREATE TABLE governance_taken_back_wider (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              number {integer} NOT NULL CHECK (number >= 1),
              act {text} NOT NULL CHECK (act IN ('extension', 'acceptance', 'milestone', 'setting')),
              target {text} NOT NULL,
              document {text} NOT NULL CHECK (length(document) BETWEEN 1 AND 100),
              reason {text} NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
              author {text} NOT NULL,
              taken_at_ms {integer} NOT NULL,
              PRIMARY KEY (policy, task, number),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task)
            )
            """,
            """
            INSERT INTO governance_taken_back_wider (policy, task, number, act, target, document, reason, author,
              taken_at_ms)
            SELECT policy, task, number, act, target, document, reason, author, taken_at_ms
            FROM governance_taken_back
            """,
            "DROP TABLE governance_taken_back",
            "ALTER TABLE governance_taken_back_wider RENAME TO governance_taken_back",
        ])
}
