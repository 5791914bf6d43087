import Persistence

extension Migration {
    /// Values of indicators, the figures of closed months, and the scores that were decided on them.
    static let governance0002KeepIndicators = Migration(
        "governance-0002-keep-indicators",
        [
            """
            CREATE TABLE governance_indicator_value (
              indicator {text} NOT NULL,
              region_code {text} NOT NULL,
              month {text} NOT NULL CHECK (length(month) = 7),
              number {integer} NOT NULL CHECK (number >= 1),
              value {text} NOT NULL,
              source {text} NOT NULL CHECK (length(source) BETWEEN 1 AND 200),
              unit {text} NOT NULL,
              author {text} NOT NULL,
              filed_at_ms {integer} NOT NULL,
              reason {text} CHECK (length(reason) BETWEEN 1 AND 500),
              fact {integer} NOT NULL,
              PRIMARY KEY (indicator, region_code, month, number),
              CHECK ((number = 1) = (reason IS NULL))
            )
            """,
            "CREATE INDEX governance_indicator_value_month ON governance_indicator_value (month)",
            """
            CREATE TABLE governance_month (
              month {text} NOT NULL PRIMARY KEY CHECK (length(month) = 7),
              content {blob} NOT NULL,
              sha256 {blob} NOT NULL CHECK (length(sha256) = 32),
              author {text} NOT NULL,
              frozen_at_ms {integer} NOT NULL,
              fact {integer} NOT NULL
            )
            """,
            """
            CREATE TABLE governance_score (
              kind {text} NOT NULL CHECK (kind IN ('dual', 'district', 'unit')),
              month {text} NOT NULL REFERENCES governance_month (month),
              subject {text} NOT NULL,
              score {integer} CHECK (score BETWEEN 0 AND 10000),
              environment {integer} CHECK (environment BETWEEN 0 AND 10000),
              economy {integer} CHECK (economy BETWEEN 0 AND 10000),
              quadrant {text} CHECK (quadrant IN ('both', 'environment', 'economy', 'neither')),
              decision_id {text} NOT NULL,
              PRIMARY KEY (kind, month, subject)
            )
            """,
        ])
}
