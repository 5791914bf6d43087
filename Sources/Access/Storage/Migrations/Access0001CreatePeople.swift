import Persistence

extension Migration {
    /// People and their sessions.
    static let access0001CreatePeople = Migration(
        "access-0001-create-people",
        [
            """
            CREATE TABLE access_person (
              person_id {text} NOT NULL PRIMARY KEY,
              login {text} NOT NULL UNIQUE,
              name {text} NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
              role {text} NOT NULL
                CHECK (role IN ('city-officer', 'branch-officer', 'enterprise-manager', 'administrator')),
              region_code {text},
              enterprise_id {text},
              password_hash {text},
              created_at_ms {integer} NOT NULL,
              CHECK ((role = 'branch-officer') = (region_code IS NOT NULL)),
              CHECK ((role = 'enterprise-manager') = (enterprise_id IS NOT NULL))
            )
            """,
            """
            CREATE TABLE access_session (
              token_hash {blob} NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
              person_id {text} NOT NULL REFERENCES access_person (person_id),
              csrf_token {text} NOT NULL CHECK (length(csrf_token) = 64),
              created_at_ms {integer} NOT NULL,
              expires_at_ms {integer} NOT NULL CHECK (expires_at_ms > created_at_ms),
              last_seen_ms {integer} NOT NULL
            )
            """,
            "CREATE INDEX access_session_person ON access_session (person_id, created_at_ms)",
        ])
}
