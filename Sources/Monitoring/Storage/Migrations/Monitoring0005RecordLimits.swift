import Persistence

extension Migration {
    /// Limits with number, demand, unit and averaging time; effective daily means; episodes of days; limits that still
    /// have to be carried into stored values; the authority's adoptions of rules that are known from memory.
    static let monitoring0005RecordLimits = Migration(
        "monitoring-0005-record-limits",
        [
            """
            CREATE TABLE monitoring_outlet_limit (
              limit_no {integer} NOT NULL PRIMARY KEY CHECK (limit_no >= 1),
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              averaging {text} NOT NULL CHECK (averaging IN ('hour', 'day')),
              demand {text} NOT NULL CHECK (demand IN ('at-most', 'at-least', 'within', 'not-detectable')),
              limit_value {text} NOT NULL,
              lower_value {text},
              unit {text} NOT NULL,
              valid_from {text} NOT NULL,
              valid_to {text},
              source_kind {text},
              source {text} NOT NULL CHECK (length(source) > 0),
              adopted_table {text},
              recorded_at_ms {integer},
              recorded_by {text},
              is_void {integer} NOT NULL CHECK (is_void IN (0, 1)),
              CHECK ((demand = 'within') = (lower_value IS NOT NULL)),
              CHECK (valid_to IS NULL OR valid_to >= valid_from)
            )
            """,
            "CREATE INDEX monitoring_outlet_limit_place ON monitoring_outlet_limit (outlet_id, pollutant, valid_from)",
            """
            INSERT INTO monitoring_outlet_limit (limit_no, outlet_id, pollutant, averaging, demand, limit_value, unit,
              valid_from, valid_to, source, is_void)
            SELECT ROW_NUMBER() OVER (ORDER BY outlet_id, pollutant, valid_from), outlet_id, pollutant, 'hour',
              'at-most', limit_mg_m3, 'mg/m3', valid_from, valid_to, source, 0 FROM monitoring_limit
            """,
            "DROP TABLE monitoring_limit",
            """
            CREATE TABLE monitoring_day (
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              hour_ms {integer} NOT NULL,
              request_number {text} NOT NULL,
              frame_sha256 {blob} NOT NULL,
              average {text},
              converted {text},
              mark {text},
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, pollutant, hour_ms)
            )
            """,
            """
            CREATE TABLE monitoring_waiting_day (
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              hour_ms {integer} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, pollutant, hour_ms)
            )
            """,
            "ALTER TABLE monitoring_episode ADD COLUMN averaging {text} NOT NULL DEFAULT 'hour'",
            """
            CREATE TABLE monitoring_rejudging (
              rejudging_no {integer} NOT NULL PRIMARY KEY,
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              averaging {text} NOT NULL CHECK (averaging IN ('hour', 'day')),
              from_ms {integer} NOT NULL,
              until_ms {integer} NOT NULL CHECK (until_ms > from_ms),
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL
            )
            """,
            """
            CREATE TABLE monitoring_rule_adoption (
              adoption_no {integer} NOT NULL PRIMARY KEY CHECK (adoption_no >= 1),
              rule_code {text} NOT NULL,
              valid_from {text} NOT NULL,
              valid_to {text},
              source {text} NOT NULL CHECK (length(source) > 0),
              recorded_at_ms {integer} NOT NULL,
              recorded_by {text} NOT NULL,
              CHECK (valid_to IS NULL OR valid_to >= valid_from)
            )
            """,
            // Day frames that are stored already get their effective values by being read again.
            """
            INSERT INTO monitoring_rereading (rereading_no, outlet_id, from_ms, until_ms, hours_all, device_number,
              enterprise_id, region_code)
            SELECT (SELECT COALESCE(MAX(rereading_no), 0) FROM monitoring_rereading)
                + ROW_NUMBER() OVER (ORDER BY s.source_no),
              s.outlet_id, d.first_no * 3600000, (d.last_no + 1) * 3600000, d.last_no + 1 - d.first_no,
              s.device_number, s.enterprise_id, s.region_code
            FROM monitoring_source s
            JOIN (
              SELECT source_no, MIN(hour_no) AS first_no, MAX(hour_no) AS last_no FROM monitoring_packed_frame
              WHERE command = 2031 GROUP BY source_no
            ) d ON d.source_no = s.source_no
            WHERE s.device_number IS NOT NULL
            """,
        ])
}
