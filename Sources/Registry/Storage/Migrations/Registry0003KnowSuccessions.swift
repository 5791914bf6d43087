import Persistence

extension Migration {
    /// Numbers, passwords and keys that devices go by one after another, each with its standing.
    ///
    /// A secret belongs to a number, and an outlet may have several: the table of secrets is made anew, because it
    /// stood for the one number of an outlet. Of what is there, the newest secret of each kind is in force.
    static let registry0003KnowSuccessions = Migration(
        "registry-0003-know-successions",
        [
            """
            CREATE TABLE registry_device (
              device_number {text} NOT NULL PRIMARY KEY,
              outlet_id {text} NOT NULL REFERENCES registry_outlet (outlet_id),
              generation {integer} NOT NULL CHECK (generation >= 1),
              standing {text} NOT NULL CHECK (standing IN ('next', 'present', 'former')),
              origin {text} NOT NULL CHECK (origin IN ('registered', 'ordered', 'entered')),
              in_force_after {integer} CHECK ((in_force_after IS NULL) = (standing = 'next')),
              UNIQUE (outlet_id, generation)
            )
            """,
            """
            INSERT INTO registry_device (device_number, outlet_id, generation, standing, origin, in_force_after)
            SELECT device_number, outlet_id, 1, 'present', 'registered', 1 FROM registry_outlet
            """,
            """
            CREATE TABLE registry_secret (
              device_number {text} NOT NULL REFERENCES registry_device (device_number),
              kind {text} NOT NULL CHECK (kind IN ('password', 'sm4-key')),
              generation {integer} NOT NULL CHECK (generation >= 1),
              standing {text} NOT NULL CHECK (standing IN ('next', 'present', 'former')),
              origin {text} NOT NULL CHECK (origin IN ('registered', 'ordered', 'entered')),
              in_force_after {integer} CHECK ((in_force_after IS NULL) = (standing = 'next')),
              created_at_ms {integer},
              sealed {blob},
              plain {text},
              PRIMARY KEY (device_number, kind, generation),
              CHECK ((sealed IS NULL) <> (plain IS NULL)),
              CHECK (kind = 'password' OR created_at_ms IS NOT NULL)
            )
            """,
            """
            INSERT INTO registry_secret (device_number, kind, generation, standing, origin, in_force_after,
              created_at_ms, sealed, plain)
            SELECT s.device_number, s.kind, s.generation,
              CASE WHEN s.generation = (SELECT MAX(t.generation) FROM registry_device_secret t
                WHERE t.device_number = s.device_number AND t.kind = s.kind) THEN 'present' ELSE 'former' END,
              'registered', s.generation, s.created_at_ms, s.sealed, s.plain
            FROM registry_device_secret s
            """,
            "DROP TABLE registry_device_secret",
        ])
}
