import Persistence

extension Migration {
    /// Two more signs may be suspected: uploaded against computed means, and converted values.
    static let monitoring0014WidenSigns = Migration(
        "monitoring-0014-widen-signs",
        [
            """
            CREATE TABLE monitoring_suspicion_wider (
              suspicion_id {text} NOT NULL PRIMARY KEY,
              sign {text} NOT NULL CHECK (sign IN ('flat-line', 'repeated-digits', 'clipped-range', 'copied-curve',
                'timely-calibration', 'below-limit', 'rewritten-hours', 'clock-drift', 'computed-difference',
                'converted-difference')),
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              first_hour_ms {integer} NOT NULL,
              last_hour_ms {integer} NOT NULL,
              found_at_ms {integer} NOT NULL,
              ended_at_ms {integer},
              decision_id {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              CHECK (first_hour_ms <= last_hour_ms)
            )
            """,
            """
            INSERT INTO monitoring_suspicion_wider (suspicion_id, sign, outlet_id, pollutant, first_hour_ms,
              last_hour_ms, found_at_ms, ended_at_ms, decision_id, enterprise_id, region_code)
            SELECT suspicion_id, sign, outlet_id, pollutant, first_hour_ms, last_hour_ms, found_at_ms, ended_at_ms,
              decision_id, enterprise_id, region_code
            FROM monitoring_suspicion
            """,
            "DROP TABLE monitoring_suspicion",
            "ALTER TABLE monitoring_suspicion_wider RENAME TO monitoring_suspicion",
            """
            CREATE UNIQUE INDEX monitoring_suspicion_open ON monitoring_suspicion (outlet_id, sign, pollutant)
            WHERE ended_at_ms IS NULL
            """,
            "CREATE INDEX monitoring_suspicion_newest ON monitoring_suspicion (found_at_ms, suspicion_id)",
        ])
}
