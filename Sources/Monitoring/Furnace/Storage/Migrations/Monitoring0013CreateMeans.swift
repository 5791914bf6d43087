import Persistence

extension Migration {
    /// The alerts of waste water by hour, and the five-minute means of furnaces by day.
    static let monitoring0013CreateMeans = Migration(
        "monitoring-0013-create-means",
        [
            """
            CREATE TABLE monitoring_hour_alert (
              alert_id {text} NOT NULL PRIMARY KEY,
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              first_hour_ms {integer} NOT NULL,
              last_hour_ms {integer} NOT NULL,
              extent {blob} NOT NULL,
              ended {integer} NOT NULL CHECK (ended IN (0, 1)),
              withdrawn {integer} NOT NULL CHECK (withdrawn IN (0, 1)),
              decision_id {text} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              CHECK (first_hour_ms <= last_hour_ms)
            )
            """,
            """
            CREATE INDEX monitoring_hour_alert_outlet ON monitoring_hour_alert (outlet_id, pollutant, last_hour_ms)
            """,
            """
            CREATE INDEX monitoring_hour_alert_open ON monitoring_hour_alert (last_hour_ms)
            WHERE ended = 0 AND withdrawn = 0
            """,
            """
            CREATE TABLE monitoring_furnace_day (
              outlet_id {text} NOT NULL,
              day_no {integer} NOT NULL,
              means {blob} NOT NULL,
              read_up_to {integer} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, day_no)
            )
            """,
        ])
}
