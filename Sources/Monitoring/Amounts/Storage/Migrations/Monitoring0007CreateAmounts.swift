import Persistence

extension Migration {
    /// The recorded amounts of months, each by its decision, and the month each outlet was looked at for last.
    static let monitoring0007CreateAmounts = Migration(
        "monitoring-0007-create-amounts",
        [
            """
            CREATE TABLE monitoring_amount (
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              month_no {integer} NOT NULL,
              decision_id {text} NOT NULL,
              recorded_at_ms {integer} NOT NULL,
              total_mg {integer} CHECK (total_mg >= 0),
              substituted_mg {integer} CHECK (substituted_mg BETWEEN 0 AND total_mg),
              expected_parts {integer} NOT NULL CHECK (expected_parts >= 0),
              gap_parts {integer} NOT NULL CHECK (gap_parts BETWEEN 0 AND expected_parts),
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, pollutant, month_no)
            )
            """,
            """
            CREATE TABLE monitoring_amount_look (
              outlet_id {text} NOT NULL PRIMARY KEY,
              month_no {integer} NOT NULL
            )
            """,
        ])
}
