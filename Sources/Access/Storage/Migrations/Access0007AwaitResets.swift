import Persistence

extension Migration {
    /// Resets of administrators that wait for a second administrator.
    static let access0007AwaitResets = Migration(
        "access-0007-await-resets",
        [
            """
            CREATE TABLE access_reset (
              person_id {text} NOT NULL REFERENCES access_person (person_id),
              what {text} NOT NULL CHECK (what IN ('password', 'second-factor')),
              asked_by {text} NOT NULL CHECK (asked_by <> person_id),
              asked_at_ms {integer} NOT NULL,
              PRIMARY KEY (person_id, what)
            )
            """
        ])
}
