import Persistence

extension Migration {
    /// The same bytes filed by two people are two filings, each with its own name and note; of one person they stay
    /// one. The table is written anew because its rule names its columns.
    static let supervision0010FileTwice = Migration(
        "supervision-0010-file-twice",
        [
            """
            CREATE TABLE supervision_evidence_next (
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
              UNIQUE (case_id, sha256, actor)
            )
            """,
            """
            INSERT INTO supervision_evidence_next (case_id, number, name, media_type, size_bytes, sha256, note, actor,
              actor_name, role, at_ms)
            SELECT case_id, number, name, media_type, size_bytes, sha256, note, actor, actor_name, role, at_ms
            FROM supervision_evidence
            """,
            "DROP TABLE supervision_evidence",
            "ALTER TABLE supervision_evidence_next RENAME TO supervision_evidence",
        ])
}
