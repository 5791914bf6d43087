import Persistence

extension Migration {
    /// The counted minutes of hours that bear on episodes. What stands was judged without them: the watch judges it
    /// again.
    static let monitoring0016CountMinutes = Migration(
        "monitoring-0016-count-minutes",
        [
            """
            CREATE TABLE monitoring_minute_capture (
              outlet_id {text} NOT NULL,
              hour_ms {integer} NOT NULL,
              captures {blob} NOT NULL,
              PRIMARY KEY (outlet_id, hour_ms)
            ) {clustered}
            """,
            """
            INSERT INTO monitoring_rejudging (rejudging_no, outlet_id, pollutant, averaging, from_ms, until_ms,
              enterprise_id, region_code, cause)
            SELECT (SELECT COALESCE(MAX(rejudging_no), 0) FROM monitoring_rejudging)
                + ROW_NUMBER() OVER (ORDER BY outlet_id, pollutant, averaging),
              outlet_id, pollutant, averaging, MIN(first_hour_ms),
              MAX(last_hour_ms) + CASE averaging WHEN 'day' THEN 86400000 ELSE 3600000 END,
              MIN(enterprise_id), MIN(region_code), 'value'
            FROM monitoring_episode WHERE withdrawn = 0 AND pollutant LIKE 'a%' AND pollutant <> 'a01901'
            GROUP BY outlet_id, pollutant, averaging
            """,
        ])
}
