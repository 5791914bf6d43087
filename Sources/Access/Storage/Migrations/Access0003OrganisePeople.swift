import Persistence

extension Migration {
    /// Organisations, three administrators, people who leave, and sessions that tell where they came from.
    ///
    /// A CHECK cannot be widened in place, so people move into a new table, certificates with them. Open sessions end:
    /// everybody signs in anew after the update. Whoever was administrator is system administrator now.
    static let access0003OrganisePeople = Migration(
        "access-0003-organise-people",
        [
            """
            CREATE TABLE access_organisation (
              organisation_id {text} NOT NULL PRIMARY KEY,
              name {text} NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
              kind {text} NOT NULL CHECK (kind IN
                ('city-bureau', 'branch', 'area-office', 'lead-unit', 'enterprise', 'institution', 'bank')),
              region_code {text},
              enterprise_id {text},
              created_at_ms {integer} NOT NULL,
              CHECK (kind NOT IN ('branch', 'area-office') OR region_code IS NOT NULL),
              CHECK ((kind = 'enterprise') = (enterprise_id IS NOT NULL))
            )
            """,
            """
            CREATE TABLE access_person_moved (
              person_id {text} NOT NULL PRIMARY KEY,
              login {text} NOT NULL UNIQUE,
              name {text} NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
              role {text} NOT NULL CHECK (role IN
                ('city-officer', 'branch-officer', 'enterprise-manager', 'liaison', 'administrator',
                 'security-administrator', 'audit-administrator')),
              region_code {text},
              enterprise_id {text},
              organisation_id {text} REFERENCES access_organisation (organisation_id),
              standing {text} NOT NULL CHECK (standing IN ('proposed', 'active', 'left')),
              password_hash {text},
              password_owed {integer} NOT NULL CHECK (password_owed IN (0, 1)),
              created_at_ms {integer} NOT NULL,
              left_at_ms {integer},
              CHECK ((role = 'branch-officer') = (region_code IS NOT NULL)),
              CHECK ((role = 'enterprise-manager') = (enterprise_id IS NOT NULL)),
              CHECK ((standing = 'left') = (left_at_ms IS NOT NULL))
            )
            """,
            """
            INSERT INTO access_person_moved (person_id, login, name, role, region_code, enterprise_id,
              organisation_id, standing, password_hash, password_owed, created_at_ms, left_at_ms)
            SELECT person_id, login, name, role, region_code, enterprise_id, NULL, 'active', password_hash, 0,
              created_at_ms, NULL
            FROM access_person
            """,
            """
            CREATE TABLE access_certificate_moved (
              number {text} NOT NULL PRIMARY KEY,
              person_id {text} NOT NULL REFERENCES access_person_moved (person_id),
              valid_from {text} NOT NULL,
              valid_to {text} NOT NULL CHECK (valid_to >= valid_from),
              withdrawn_at_ms {integer}
            )
            """,
            """
            INSERT INTO access_certificate_moved (number, person_id, valid_from, valid_to, withdrawn_at_ms)
            SELECT number, person_id, valid_from, valid_to, withdrawn_at_ms FROM access_certificate
            """,
            "DROP TABLE access_certificate",
            "DROP TABLE access_session",
            "DROP TABLE access_person",
            "ALTER TABLE access_person_moved RENAME TO access_person",
            "ALTER TABLE access_certificate_moved RENAME TO access_certificate",
            "CREATE INDEX access_certificate_person ON access_certificate (person_id)",
            """
            CREATE TABLE access_session (
              token_hash {blob} NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
              person_id {text} NOT NULL REFERENCES access_person (person_id),
              csrf_token {text} NOT NULL CHECK (length(csrf_token) = 64),
              way {text} NOT NULL CHECK (way IN ('password', 'demonstration')),
              address {text} NOT NULL,
              agent {text} NOT NULL,
              factor_at_ms {integer},
              created_at_ms {integer} NOT NULL,
              expires_at_ms {integer} NOT NULL CHECK (expires_at_ms > created_at_ms),
              last_seen_ms {integer} NOT NULL
            )
            """,
            "CREATE INDEX access_session_person ON access_session (person_id, created_at_ms)",
        ])
}
