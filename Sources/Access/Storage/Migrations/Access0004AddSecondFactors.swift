import Persistence

extension Migration {
    /// Second factors, whose secrets are sealed under the key file, and recovery codes, kept as digests.
    static let access0004AddSecondFactors = Migration(
        "access-0004-add-second-factors",
        [
            """
            CREATE TABLE access_second_factor (
              person_id {text} NOT NULL PRIMARY KEY REFERENCES access_person (person_id),
              sealed {blob} NOT NULL,
              last_step {integer} NOT NULL,
              created_at_ms {integer} NOT NULL,
              confirmed_at_ms {integer}
            )
            """,
            """
            CREATE TABLE access_recovery_code (
              person_id {text} NOT NULL REFERENCES access_person (person_id),
              code_hash {blob} NOT NULL CHECK (length(code_hash) = 32),
              used_at_ms {integer},
              PRIMARY KEY (person_id, code_hash)
            )
            """,
        ])
}
