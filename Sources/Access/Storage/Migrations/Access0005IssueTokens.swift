import Persistence

extension Migration {
    /// Bearer tokens of programs, found by the digest of what they carry. Revoked ones stay for the audit.
    static let access0005IssueTokens = Migration(
        "access-0005-issue-tokens",
        [
            """
            CREATE TABLE access_token (
              token_id {text} NOT NULL PRIMARY KEY,
              token_hash {blob} NOT NULL UNIQUE CHECK (length(token_hash) = 32),
              person_id {text} NOT NULL REFERENCES access_person (person_id),
              label {text} NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
              reach {text} NOT NULL CHECK (reach IN ('read', 'write')),
              region_code {text},
              enterprise_id {text},
              created_at_ms {integer} NOT NULL,
              expires_at_ms {integer} NOT NULL CHECK (expires_at_ms > created_at_ms),
              revoked_at_ms {integer},
              last_used_ms {integer},
              CHECK (region_code IS NULL OR enterprise_id IS NULL)
            )
            """,
            "CREATE INDEX access_token_person ON access_token (person_id)",
        ])
}
