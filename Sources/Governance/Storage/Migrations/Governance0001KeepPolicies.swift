import Persistence

extension Migration {
    /// Policies as they were taken, whom their units are, and what was said about their tasks.
    static let governance0001KeepPolicies = Migration(
        "governance-0001-keep-policies",
        [
            """
            CREATE TABLE governance_policy (
              policy {text} NOT NULL PRIMARY KEY,
              document_number {text} NOT NULL,
              title {text} NOT NULL,
              content {blob} NOT NULL,
              sha256 {blob} NOT NULL CHECK (length(sha256) = 32),
              entered_at_ms {integer} NOT NULL
            )
            """,
            """
            CREATE TABLE governance_unit (
              unit {text} NOT NULL PRIMARY KEY,
              organisation_id {text} NOT NULL,
              bound_at_ms {integer} NOT NULL
            )
            """,
            """
            CREATE TABLE governance_task (
              policy {text} NOT NULL REFERENCES governance_policy (policy),
              task {integer} NOT NULL CHECK (task >= 1),
              unit {text},
              person_id {text},
              first_month {text},
              light {text} CHECK (light IN ('red', 'amber', 'green', 'grey')),
              light_reason {text},
              light_decision {text},
              PRIMARY KEY (policy, task),
              CHECK ((unit IS NULL) = (person_id IS NULL) AND (unit IS NULL) = (first_month IS NULL)),
              CHECK ((light IS NULL) = (light_decision IS NULL) AND (light IS NULL) = (light_reason IS NULL))
            )
            """,
            """
            CREATE TABLE governance_milestone (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              milestone {integer} NOT NULL CHECK (milestone >= 1),
              title {text} NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
              due {text} NOT NULL,
              reached_on {text},
              evidence {text},
              PRIMARY KEY (policy, task, milestone),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task),
              CHECK ((reached_on IS NULL) = (evidence IS NULL))
            )
            """,
            """
            CREATE TABLE governance_report (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              month {text} NOT NULL CHECK (length(month) = 7),
              attempt {integer} NOT NULL CHECK (attempt >= 1),
              unit {text} NOT NULL,
              standing {text} NOT NULL CHECK (standing IN ('on-track', 'at-risk', 'late', 'fulfilled')),
              progress {text} NOT NULL CHECK (length(progress) BETWEEN 1 AND 2000),
              evidence {text} NOT NULL CHECK (length(evidence) BETWEEN 1 AND 1000),
              author {text} NOT NULL,
              filed_at_ms {integer} NOT NULL,
              verdict {text} CHECK (verdict IN ('accepted', 'returned')),
              note {text},
              reviewer {text},
              reviewed_at_ms {integer},
              PRIMARY KEY (policy, task, month, attempt),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task),
              CHECK ((verdict IS NULL) = (note IS NULL) AND (verdict IS NULL) = (reviewer IS NULL)
                AND (verdict IS NULL) = (reviewed_at_ms IS NULL))
            )
            """,
            "CREATE INDEX governance_report_open ON governance_report (verdict, filed_at_ms)",
            """
            CREATE TABLE governance_extension (
              policy {text} NOT NULL,
              task {integer} NOT NULL,
              number {integer} NOT NULL CHECK (number >= 1),
              deadline {text} NOT NULL,
              document {text} NOT NULL CHECK (length(document) BETWEEN 1 AND 100),
              reason {text} NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
              PRIMARY KEY (policy, task, number),
              FOREIGN KEY (policy, task) REFERENCES governance_task (policy, task)
            )
            """,
        ])
}
