import Persistence

extension Migration {
    /// Health of the data loggers: figures of each hour, where each device stands, what was found.
    static let devices0002CreateHealth = Migration(
        "devices-0002-create-health",
        [
            """
            CREATE TABLE devices_hour (
              outlet_id {text} NOT NULL,
              hour_ms {integer} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              frames {integer} NOT NULL CHECK (frames >= 0),
              minute_periods {integer} NOT NULL CHECK (minute_periods >= 0),
              minute_step {integer},
              has_hour_value {integer} NOT NULL CHECK (has_hour_value IN (0, 1)),
              resent {integer} NOT NULL CHECK (resent >= 0),
              lowered {integer} NOT NULL CHECK (lowered >= 0),
              rewriting {blob},
              drift_ms {integer},
              last_received_at_ms {integer},
              dialect {text},
              PRIMARY KEY (outlet_id, hour_ms)
            )
            """,
            """
            CREATE TABLE devices_repeat (
              device_number {text} NOT NULL,
              hour_ms {integer} NOT NULL,
              times {integer} NOT NULL CHECK (times >= 1),
              PRIMARY KEY (device_number, hour_ms)
            )
            """,
            """
            CREATE TABLE devices_identity (
              outlet_id {text} NOT NULL,
              name {text} NOT NULL,
              value {text} NOT NULL,
              at_ms {integer} NOT NULL,
              PRIMARY KEY (outlet_id, name)
            )
            """,
            """
            CREATE TABLE devices_health (
              outlet_id {text} NOT NULL PRIMARY KEY,
              device_number {text} NOT NULL UNIQUE,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              outlet_title {text} NOT NULL,
              enterprise_name {text} NOT NULL,
              searched {text} NOT NULL,
              severity {integer} NOT NULL CHECK (severity BETWEEN 0 AND 2),
              findings {text} NOT NULL,
              last_seen_at_ms {integer},
              drift_ms {integer},
              minute_received {integer},
              minute_expected {integer},
              minute_step {integer} NOT NULL,
              hour_received {integer},
              hour_expected {integer},
              frames {integer} NOT NULL,
              failures {integer} NOT NULL,
              repeated {integer} NOT NULL,
              resent {integer} NOT NULL,
              lowered {integer} NOT NULL,
              dialect {text},
              looked_at_ms {integer} NOT NULL
            )
            """,
            "CREATE INDEX devices_health_region ON devices_health (region_code, severity)",
            """
            CREATE TABLE devices_finding (
              outlet_id {text} NOT NULL,
              kind {text} NOT NULL,
              began_at_ms {integer} NOT NULL,
              ended_at_ms {integer},
              evidence {blob} NOT NULL,
              device_number {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, kind, began_at_ms)
            )
            """,
            "CREATE INDEX devices_finding_open ON devices_finding (ended_at_ms, outlet_id)",
        ])
}
