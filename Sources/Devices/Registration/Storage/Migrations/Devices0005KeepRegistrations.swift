import Persistence

extension Migration {
    /// Registration requests of loggers without a number, and who decides about new keys.
    static let devices0005KeepRegistrations = Migration(
        "devices-0005-keep-registrations",
        [
            """
            CREATE TABLE devices_registration (
              registration_id {text} NOT NULL PRIMARY KEY,
              hardware {text} NOT NULL UNIQUE,
              cpu {text} NOT NULL,
              mac_first {text} NOT NULL,
              mac_second {text} NOT NULL,
              sealed_password {blob} NOT NULL,
              remote {text} NOT NULL,
              address {text} NOT NULL,
              first_at_ms {integer} NOT NULL,
              last_at_ms {integer} NOT NULL CHECK (last_at_ms >= first_at_ms),
              times {integer} NOT NULL CHECK (times >= 1),
              conflicts {integer} NOT NULL CHECK (conflicts >= 0),
              conflict_address {text},
              device_number {text} UNIQUE,
              outlet_id {text},
              accepted_name {text},
              accepted_at_ms {integer},
              CHECK ((device_number IS NULL) = (outlet_id IS NULL)),
              CHECK ((device_number IS NULL) = (accepted_name IS NULL)),
              CHECK ((device_number IS NULL) = (accepted_at_ms IS NULL))
            )
            """,
            "CREATE INDEX devices_registration_address ON devices_registration (address, device_number, last_at_ms)",
            """
            CREATE TABLE devices_key_policy (
              policy {text} NOT NULL PRIMARY KEY CHECK (policy IN ('people', 'platform'))
            )
            """,
        ])
}
