import Persistence

extension Migration {
    /// Documents of reforms with their stages; projects with their months and obstacles.
    static let governance0004KeepProjects = Migration(
        "governance-0004-keep-projects",
        [
            """
            CREATE TABLE governance_document (
              policy {text} NOT NULL REFERENCES governance_policy (policy),
              reform {integer} NOT NULL,
              document {integer} NOT NULL CHECK (document >= 1),
              title {text} NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
              unit {text} NOT NULL,
              due {text} NOT NULL,
              review_years {integer} NOT NULL CHECK (review_years BETWEEN 1 AND 10),
              PRIMARY KEY (policy, reform, document)
            )
            """,
            """
            CREATE TABLE governance_document_step (
              policy {text} NOT NULL,
              reform {integer} NOT NULL,
              document {integer} NOT NULL,
              step {integer} NOT NULL CHECK (step >= 1),
              stage {text} NOT NULL
                CHECK (stage IN ('draft', 'opinion', 'legality', 'issued', 'filed', 'reviewed', 'repealed')),
              day {text} NOT NULL,
              note {text} NOT NULL CHECK (length(note) BETWEEN 1 AND 200),
              author {text} NOT NULL,
              PRIMARY KEY (policy, reform, document, step),
              FOREIGN KEY (policy, reform, document) REFERENCES governance_document (policy, reform, document)
            )
            """,
            """
            CREATE TABLE governance_project (
              policy {text} NOT NULL REFERENCES governance_policy (policy),
              project {integer} NOT NULL,
              unit {text} NOT NULL,
              PRIMARY KEY (policy, project)
            )
            """,
            """
            CREATE TABLE governance_project_month (
              policy {text} NOT NULL,
              project {integer} NOT NULL,
              month {text} NOT NULL CHECK (length(month) = 7),
              number {integer} NOT NULL CHECK (number >= 1),
              planned_fen {integer} NOT NULL CHECK (planned_fen >= 0),
              bonds_fen {integer} NOT NULL CHECK (bonds_fen >= 0),
              government_fen {integer} NOT NULL CHECK (government_fen >= 0),
              social_fen {integer} NOT NULL CHECK (social_fen >= 0),
              bank_fen {integer} NOT NULL CHECK (bank_fen >= 0),
              progress_percent {integer} NOT NULL CHECK (progress_percent BETWEEN 0 AND 100),
              note {text} NOT NULL CHECK (length(note) BETWEEN 1 AND 500),
              reason {text} CHECK (length(reason) BETWEEN 1 AND 500),
              author {text} NOT NULL,
              filed_at_ms {integer} NOT NULL,
              PRIMARY KEY (policy, project, month, number),
              FOREIGN KEY (policy, project) REFERENCES governance_project (policy, project)
            )
            """,
            """
            CREATE TABLE governance_obstacle (
              policy {text} NOT NULL,
              project {integer} NOT NULL,
              obstacle {integer} NOT NULL CHECK (obstacle >= 1),
              what {text} NOT NULL CHECK (length(what) BETWEEN 1 AND 500),
              owner {text} NOT NULL,
              due {text} NOT NULL,
              solved_on {text},
              how {text},
              PRIMARY KEY (policy, project, obstacle),
              FOREIGN KEY (policy, project) REFERENCES governance_project (policy, project),
              CHECK ((solved_on IS NULL) = (how IS NULL))
            )
            """,
        ])
}
