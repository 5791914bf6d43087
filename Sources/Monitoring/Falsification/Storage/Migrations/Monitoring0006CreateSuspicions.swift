import Persistence

extension Migration {
    /// Suspicions of falsification, the shapes by which copies are found, and which day was looked at last.
    static let monitoring0006CreateSuspicions = Migration(
        "monitoring-0006-create-suspicions",
        [
            """
            CREATE TABLE monitoring_suspicion (
              suspicion_id {text} NOT NULL PRIMARY KEY,
              sign {text} NOT NULL CHECK (sign IN ('flat-line', 'repeated-digits', 'clipped-range', 'copied-curve',
                'timely-calibration', 'below-limit', 'rewritten-hours', 'clock-drift')),
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
            // At most one of a kind is open; the factor is empty for what concerns the whole device.
            """
            CREATE UNIQUE INDEX monitoring_suspicion_open ON monitoring_suspicion (outlet_id, sign, pollutant)
            WHERE ended_at_ms IS NULL
            """,
            "CREATE INDEX monitoring_suspicion_newest ON monitoring_suspicion (found_at_ms, suspicion_id)",
            """
            CREATE TABLE monitoring_shape (
              region_code {text} NOT NULL,
              pollutant {text} NOT NULL,
              shape_hash {integer} NOT NULL,
              outlet_id {text} NOT NULL,
              start_hour_ms {integer} NOT NULL,
              PRIMARY KEY (region_code, pollutant, shape_hash, outlet_id, start_hour_ms)
            ) {clustered}
            """,
            "CREATE INDEX monitoring_shape_outlet ON monitoring_shape (outlet_id, start_hour_ms)",
            """
            CREATE TABLE monitoring_sign_look (
              outlet_id {text} NOT NULL PRIMARY KEY,
              day_no {integer} NOT NULL
            )
            """,
        ])
}
