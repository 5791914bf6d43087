import Persistence

extension Migration {
    /// Device secrets in a table of their own, sealed under a key outside the database.
    ///
    /// SQL cannot seal, so passwords that stand in plain text move to `plain`; the start-up step behind the migrations
    /// seals them and empties that column (`RegistryRoom.sealSecrets`). No later step of the program writes it. What
    /// was deleted still lies in the file until it is rewritten; `registry_wiping_due` remembers that this is due.
    static let registry0002SealSecrets = Migration(
        "registry-0002-seal-secrets",
        [
            """
            CREATE TABLE registry_device_secret (
              device_number {text} NOT NULL REFERENCES registry_outlet (device_number),
              kind {text} NOT NULL CHECK (kind IN ('password', 'sm4-key')),
              generation {integer} NOT NULL CHECK (generation >= 1),
              created_at_ms {integer},
              sealed {blob},
              plain {text},
              PRIMARY KEY (device_number, kind, generation),
              CHECK ((sealed IS NULL) <> (plain IS NULL)),
              CHECK (kind = 'password' OR created_at_ms IS NOT NULL)
            )
            """,
            """
            INSERT INTO registry_device_secret (device_number, kind, generation, plain)
            SELECT device_number, 'password', 1, device_password FROM registry_outlet
            """,
            """
            CREATE TABLE registry_wiping_due (
              reason {text} NOT NULL PRIMARY KEY
            )
            """,
            """
            INSERT INTO registry_wiping_due (reason)
            SELECT DISTINCT 'passwords in plain text' FROM registry_outlet
            """,
            "ALTER TABLE registry_outlet DROP COLUMN device_password",
        ])
}
