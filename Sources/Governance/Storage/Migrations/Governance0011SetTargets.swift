import Persistence

extension Migration {
    /// What long-term tasks are to reach in a year; why more is spent on a project than was planned.
    static let governance0011SetTargets = Migration(
        "governance-0011-set-targets",
        [
            """
            CREATE TABLE governance_target (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              year {integer} NOT NULL CHECK (year BETWEEN 2000 AND 9998),
              unit {text} NOT NULL,
              text {text} NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
              indicator {text},
              author {text} NOT NULL,
              set_at_ms {integer} NOT NULL,
              confirmed_by {text},
              confirmed_at_ms {integer},
              PRIMARY KEY (policy, task, year),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task),
              CHECK ((confirmed_by IS NULL) = (confirmed_at_ms IS NULL))
            )
            """,
            "ALTER TABLE governance_project_month ADD COLUMN over_reason {text} CHECK (length(over_reason) <= 500)",
        ])
}
