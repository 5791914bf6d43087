import Persistence

extension Migration {
    /// Which hours of waste water wait for their alerts to be looked at, and when each furnace was looked at last.
    /// Hours that are stored already wait from the start.
    static let monitoring0012NoteChangedHours = Migration(
        "monitoring-0012-note-changed-hours",
        [
            """
            CREATE TABLE monitoring_changed_hour (
              outlet_id {text} NOT NULL,
              pollutant {text} NOT NULL,
              first_hour_ms {integer} NOT NULL,
              last_hour_ms {integer} NOT NULL,
              enterprise_id {text} NOT NULL,
              region_code {text} NOT NULL,
              PRIMARY KEY (outlet_id, pollutant),
              CHECK (first_hour_ms <= last_hour_ms)
            ) {clustered}
            """,
            "CREATE INDEX monitoring_changed_hour_first ON monitoring_changed_hour (first_hour_ms)",
            """
            CREATE TABLE monitoring_furnace_look (
              outlet_id {text} NOT NULL PRIMARY KEY,
              look_no {integer} NOT NULL
            )
            """,
            """
            INSERT INTO monitoring_changed_hour (outlet_id, pollutant, first_hour_ms, last_hour_ms, enterprise_id,
              region_code)
            SELECT h.outlet_id, h.pollutant, MIN(h.hour_ms), MAX(h.hour_ms), MIN(h.enterprise_id), MIN(h.region_code)
            FROM monitoring_hour h
            WHERE h.pollutant LIKE 'w%' AND EXISTS (
              SELECT 1 FROM monitoring_outlet_limit l
              WHERE l.outlet_id = h.outlet_id AND l.pollutant = h.pollutant AND l.averaging = 'day')
            GROUP BY h.outlet_id, h.pollutant
            """,
        ])
}
