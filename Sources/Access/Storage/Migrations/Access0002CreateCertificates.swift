import Persistence

extension Migration {
    /// Officers' certificates. A withdrawn one stays: documents of the past name it.
    static let access0002CreateCertificates = Migration(
        "access-0002-create-certificates",
        [
            """
            CREATE TABLE access_certificate (
              number {text} NOT NULL PRIMARY KEY,
              person_id {text} NOT NULL REFERENCES access_person (person_id),
              valid_from {text} NOT NULL,
              valid_to {text} NOT NULL CHECK (valid_to >= valid_from),
              withdrawn_at_ms {integer}
            )
            """,
            "CREATE INDEX access_certificate_person ON access_certificate (person_id)",
        ])
}
