import Persistence

extension Migration {
    /// Who did what when from where: one line for each form that was sent and each sign-in. Appended, never changed.
    static let access0006KeepEvents = Migration(
        "access-0006-keep-events",
        [
            """
            CREATE TABLE access_event (
              number {integer} NOT NULL PRIMARY KEY,
              at_ms {integer} NOT NULL,
              person_id {text},
              way {text} NOT NULL CHECK (way IN ('session', 'token', 'sign-in')),
              address {text} NOT NULL,
              path {text} NOT NULL,
              status {integer} NOT NULL
            )
            """,
            "CREATE INDEX access_event_person ON access_event (person_id, number)",
        ])
}
