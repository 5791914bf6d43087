import Persistence

extension Migration {
    /// Alerts of days beside those of hours. The hours of incinerators that were looked through already wait to be
    /// looked at again: they warn now too.
    static let monitoring0020WarnOfDays = Migration(
        "monitoring-0020-warn-of-days",
        [
            """
            ALTER TABLE monitoring_hour_alert ADD COLUMN period {text} NOT NULL DEFAULT 'hour'
              CHECK (period IN ('hour', 'day'))
            """,
            """
            UPDATE monitoring_changed_hour SET
              first_hour_ms = (SELECT CASE WHEN k.from_ms < monitoring_changed_hour.first_hour_ms
                THEN k.from_ms ELSE monitoring_changed_hour.first_hour_ms END
                FROM monitoring_hole_look k WHERE k.outlet_id = monitoring_changed_hour.outlet_id),
              last_hour_ms = (SELECT CASE WHEN k.horizon_ms - 3600000 > monitoring_changed_hour.last_hour_ms
                THEN k.horizon_ms - 3600000 ELSE monitoring_changed_hour.last_hour_ms END
                FROM monitoring_hole_look k WHERE k.outlet_id = monitoring_changed_hour.outlet_id)
            WHERE pollutant LIKE 'a%' AND pollutant <> 'a01901' AND EXISTS (
              SELECT 1 FROM monitoring_hole_look k WHERE k.outlet_id = monitoring_changed_hour.outlet_id)
              AND EXISTS (
                SELECT 1 FROM monitoring_outlet_limit l WHERE l.outlet_id = monitoring_changed_hour.outlet_id
                  AND l.pollutant = monitoring_changed_hour.pollutant AND l.averaging = 'day')
            """,
            """
            INSERT INTO monitoring_changed_hour (outlet_id, pollutant, first_hour_ms, last_hour_ms, enterprise_id,
              region_code)
            SELECT k.outlet_id, l.pollutant, MIN(k.from_ms), MAX(k.horizon_ms) - 3600000, MAX(s.enterprise_id),
              MAX(s.region_code)
            FROM monitoring_hole_look k
            JOIN monitoring_outlet_limit l ON l.outlet_id = k.outlet_id AND l.averaging = 'day'
              AND l.pollutant LIKE 'a%' AND l.pollutant <> 'a01901'
            JOIN monitoring_source s ON s.outlet_id = k.outlet_id
            WHERE k.horizon_ms - 3600000 >= k.from_ms AND NOT EXISTS (
              SELECT 1 FROM monitoring_changed_hour c WHERE c.outlet_id = k.outlet_id AND c.pollutant = l.pollutant)
            GROUP BY k.outlet_id, l.pollutant
            """,
        ])
}
