import Persistence

extension Migration {
    /// What enterprises mark and close, until when an episode is provisional, and why stored values are judged again.
    static let monitoring0006RecordMarks = Migration(
        "monitoring-0006-record-marks",
        [
            """
            CREATE TABLE monitoring_mark (
              mark_no {integer} NOT NULL PRIMARY KEY CHECK (mark_no >= 1),
              outlet_id {text} NOT NULL,
              pollutant {text},
              first_hour_ms {integer} NOT NULL,
              last_hour_ms {integer} NOT NULL CHECK (last_hour_ms >= first_hour_ms),
              meaning {text} NOT NULL CHECK (meaning IN ('maintenance', 'calibration', 'device-fault', 'link-broken',
                'starting', 'stopping', 'fault', 'accident', 'standstill', 'warming', 'cooling', 'normal')),
              window_code {text},
              reason {text} NOT NULL CHECK (length(reason) > 0),
              first_no {integer} CHECK (first_no < mark_no),
              demand_case {text},
              demand_step {integer},
              stated_at_ms {integer} NOT NULL,
              stated_by {text} NOT NULL,
              stated_name {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              CHECK ((demand_case IS NULL) = (demand_step IS NULL))
            )
            """,
            "CREATE INDEX monitoring_mark_place ON monitoring_mark (outlet_id, last_hour_ms)",
            """
            CREATE TABLE monitoring_mark_closing (
              outlet_id {text} NOT NULL,
              from_ms {integer} NOT NULL,
              until_ms {integer} NOT NULL CHECK (until_ms > from_ms),
              closed_at_ms {integer} NOT NULL,
              closed_by {text} NOT NULL,
              closed_name {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, from_ms, until_ms)
            )
            """,
            "ALTER TABLE monitoring_episode ADD COLUMN provisional_until_ms {integer}",
            "ALTER TABLE monitoring_rejudging ADD COLUMN cause {text} NOT NULL DEFAULT 'limit'",
            // What stands was judged without looking whether its values may be used: it is judged again by the watch.
            """
            INSERT INTO monitoring_rejudging (rejudging_no, outlet_id, pollutant, averaging, from_ms, until_ms,
              enterprise_id, region_code, cause)
            SELECT (SELECT COALESCE(MAX(rejudging_no), 0) FROM monitoring_rejudging)
                + ROW_NUMBER() OVER (ORDER BY outlet_id, pollutant, averaging),
              outlet_id, pollutant, averaging, MIN(first_hour_ms),
              MAX(last_hour_ms) + CASE averaging WHEN 'day' THEN 86400000 ELSE 3600000 END,
              MIN(enterprise_id), MIN(region_code), 'value'
            FROM monitoring_episode WHERE withdrawn = 0 GROUP BY outlet_id, pollutant, averaging
            """,
        ])
}
