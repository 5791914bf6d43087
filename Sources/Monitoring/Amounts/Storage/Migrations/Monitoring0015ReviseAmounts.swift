import Persistence

extension Migration {
    /// The versions of recorded amounts that stood before, each with why another one was recorded.
    static let monitoring0015ReviseAmounts = Migration(
        "monitoring-0015-revise-amounts",
        [
            """
            CREATE TABLE monitoring_amount_revision (
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              month_no {integer} NOT NULL,
              version_no {integer} NOT NULL CHECK (version_no >= 2),
              decision_id {text} NOT NULL,
              late_hours {integer} NOT NULL CHECK (late_hours >= 0),
              changed_hours {integer} NOT NULL CHECK (changed_hours >= 0),
              first_came_at_ms {integer},
              last_came_at_ms {integer},
              former_decision_id {text} NOT NULL,
              recorded_at_ms {integer} NOT NULL,
              total_mg {integer} CHECK (total_mg >= 0),
              substituted_mg {integer} CHECK (substituted_mg BETWEEN 0 AND total_mg),
              expected_parts {integer} NOT NULL CHECK (expected_parts >= 0),
              gap_parts {integer} NOT NULL CHECK (gap_parts BETWEEN 0 AND expected_parts),
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, pollutant, month_no, version_no),
              CHECK (late_hours + changed_hours > 0)
            )
            """
        ])
}
