import Persistence

extension Migration {
    /// Files of cases, whose bytes lie beside the database under their digest, and imported days off.
    static let supervision0003KeepEvidence = Migration(
        "supervision-0003-keep-evidence",
        [
            """
            CREATE TABLE supervision_evidence (
              case_id {text} NOT NULL REFERENCES supervision_case (case_id),
              number {integer} NOT NULL CHECK (number >= 1),
              name {text} NOT NULL,
              media_type {text} NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf')),
              size_bytes {integer} NOT NULL CHECK (size_bytes > 0),
              sha256 {blob} NOT NULL CHECK (length(sha256) = 32),
              note {text} NOT NULL,
              actor {text} NOT NULL,
              actor_name {text} NOT NULL,
              role {text} NOT NULL,
              at_ms {integer} NOT NULL,
              PRIMARY KEY (case_id, number),
              UNIQUE (case_id, sha256)
            )
            """,
            """
            CREATE TABLE supervision_holiday (
              day {text} NOT NULL PRIMARY KEY,
              kind {text} NOT NULL CHECK (kind IN ('holiday', 'workday')),
              name {text} NOT NULL,
              source {text} NOT NULL
            )
            """,
        ])
}
