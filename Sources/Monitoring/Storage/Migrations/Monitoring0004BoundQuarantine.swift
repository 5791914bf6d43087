import Persistence

extension Migration {
    /// The quarantine is bounded, says whose device it concerns, and a device may be allowed a foreign check.
    ///
    /// Entries of before name no device until they are processed again: SQL cannot read a frame.
    static let monitoring0004BoundQuarantine = Migration(
        "monitoring-0004-bound-quarantine",
        [
            "ALTER TABLE monitoring_quarantine ADD COLUMN address {text} NOT NULL DEFAULT ''",
            "ALTER TABLE monitoring_quarantine ADD COLUMN byte_count {integer} NOT NULL DEFAULT 0",
            "ALTER TABLE monitoring_quarantine ADD COLUMN device_number {text}",
            "ALTER TABLE monitoring_quarantine ADD COLUMN enterprise_id {text}",
            "ALTER TABLE monitoring_quarantine ADD COLUMN region_code {text}",
            """
            UPDATE monitoring_quarantine
            SET address = rtrim(rtrim(remote, '0123456789'), ':'), byte_count = length(raw)
            """,
            "CREATE INDEX monitoring_quarantine_newest ON monitoring_quarantine (last_received_at_ms, stretch_sha256)",
            """
            CREATE INDEX monitoring_quarantine_address
              ON monitoring_quarantine (address, times, last_received_at_ms, stretch_sha256)
            """,
            "CREATE INDEX monitoring_quarantine_device ON monitoring_quarantine (device_number, last_received_at_ms)",
            """
            CREATE TABLE monitoring_quarantine_load (
              address {text} NOT NULL PRIMARY KEY,
              entries {integer} NOT NULL CHECK (entries >= 0),
              bytes {integer} NOT NULL CHECK (bytes >= 0)
            )
            """,
            """
            INSERT INTO monitoring_quarantine_load (address, entries, bytes)
            SELECT address, COUNT(*), SUM(byte_count) FROM monitoring_quarantine GROUP BY address
            """,
            "CREATE INDEX monitoring_quarantine_load_entries ON monitoring_quarantine_load (entries)",
            "CREATE INDEX monitoring_quarantine_load_bytes ON monitoring_quarantine_load (bytes)",
            """
            CREATE TABLE monitoring_quarantine_total (
              one {integer} NOT NULL PRIMARY KEY CHECK (one = 1),
              entries {integer} NOT NULL CHECK (entries >= 0),
              bytes {integer} NOT NULL CHECK (bytes >= 0)
            )
            """,
            """
            INSERT INTO monitoring_quarantine_total (one, entries, bytes)
            SELECT 1, COUNT(*), COALESCE(SUM(byte_count), 0) FROM monitoring_quarantine
            """,
            """
            CREATE TABLE monitoring_quarantine_drop (
              cause {text} NOT NULL PRIMARY KEY
                CHECK (cause IN ('entries', 'bytes', 'address-entries', 'address-bytes')),
              entries {integer} NOT NULL CHECK (entries >= 1),
              times {integer} NOT NULL CHECK (times >= 1),
              bytes {integer} NOT NULL CHECK (bytes >= 0),
              first_at_ms {integer} NOT NULL,
              last_at_ms {integer} NOT NULL
            )
            """,
            """
            CREATE TABLE monitoring_device_check (
              device_number {text} NOT NULL PRIMARY KEY,
              crc {text} NOT NULL CHECK (crc IN ('modbus', 'modbus-swapped')),
              set_at_ms {integer} NOT NULL
            )
            """,
        ])
}
