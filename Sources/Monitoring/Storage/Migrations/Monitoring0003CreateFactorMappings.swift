import Persistence

extension Migration {
    /// What is recorded of the codes that devices send, the codes that wait for it, and the hours to be read again.
    static let monitoring0003CreateFactorMappings = Migration(
        "monitoring-0003-create-factor-mappings",
        [
            """
            CREATE TABLE monitoring_factor_mapping (
              mapping_no {integer} NOT NULL PRIMARY KEY CHECK (mapping_no >= 1),
              device_number {text} NOT NULL,
              sent_code {text} NOT NULL,
              reading {text} NOT NULL CHECK (reading IN ('factor', 'set-aside', 'by-table')),
              target_code {text},
              unit {text},
              multiplier {text},
              valid_from {text} NOT NULL,
              valid_to {text},
              recorded_at_ms {integer} NOT NULL,
              recorded_by {text} NOT NULL,
              reason {text} NOT NULL CHECK (length(reason) > 0),
              outlet_id {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              CHECK (valid_to IS NULL OR valid_to >= valid_from),
              CHECK ((reading = 'factor') = (target_code IS NOT NULL)),
              CHECK ((reading = 'factor') = (multiplier IS NOT NULL))
            )
            """,
            "CREATE INDEX monitoring_factor_mapping_device ON monitoring_factor_mapping (device_number, mapping_no)",
            """
            CREATE TABLE monitoring_raw_code (
              device_number {text} NOT NULL,
              sent_code {text} NOT NULL,
              reason {text} NOT NULL,
              first_seen_ms {integer} NOT NULL,
              last_seen_ms {integer} NOT NULL,
              hours_seen {integer} NOT NULL CHECK (hours_seen >= 1),
              last_text {text} NOT NULL,
              outlet_id {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (device_number, sent_code)
            )
            """,
            "CREATE INDEX monitoring_raw_code_code ON monitoring_raw_code (sent_code, device_number)",
            """
            CREATE TABLE monitoring_rereading (
              rereading_no {integer} NOT NULL PRIMARY KEY,
              outlet_id {text} NOT NULL,
              from_ms {integer} NOT NULL,
              until_ms {integer} NOT NULL CHECK (until_ms > from_ms),
              hours_all {integer} NOT NULL,
              device_number {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL
            )
            """,
        ])
}
