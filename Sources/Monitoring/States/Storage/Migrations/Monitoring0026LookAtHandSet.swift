import Persistence

extension Migration {
    /// Values that were set by hand warn and are asked about now: their hours wait to be looked at again, and so does
    /// every outlet's state.
    static let monitoring0026LookAtHandSet = Migration(
        "monitoring-0026-look-at-hand-set",
        [
            "DELETE FROM monitoring_state_look",
            noted(
                """
                SELECT h.outlet_id, h.pollutant, MIN(h.hour_ms), MAX(h.hour_ms), MAX(h.enterprise_id),
                  MAX(h.region_code)
                FROM monitoring_hour h
                WHERE h.mark = 'S' AND h.pollutant LIKE 'w%' AND EXISTS (
                  SELECT 1 FROM monitoring_outlet_limit l
                  WHERE l.outlet_id = h.outlet_id AND l.pollutant = h.pollutant AND l.averaging = 'day')
                GROUP BY h.outlet_id, h.pollutant
                """),
            noted(
                """
                SELECT k.outlet_id, l.pollutant, MIN(k.from_ms), MAX(k.horizon_ms) - 3600000, MAX(s.enterprise_id),
                  MAX(s.region_code)
                FROM monitoring_hole_look k
                JOIN monitoring_outlet_limit l ON l.outlet_id = k.outlet_id AND l.pollutant LIKE 'a%'
                  AND l.pollutant <> 'a01901'
                JOIN monitoring_source s ON s.outlet_id = k.outlet_id
                WHERE k.horizon_ms - 3600000 >= k.from_ms AND (EXISTS (
                  SELECT 1 FROM monitoring_hour h WHERE h.outlet_id = k.outlet_id AND h.pollutant = l.pollutant
                    AND h.mark = 'S' AND h.hour_ms >= k.from_ms)
                  OR EXISTS (
                  SELECT 1 FROM monitoring_day d WHERE d.outlet_id = k.outlet_id AND d.pollutant = l.pollutant
                    AND d.mark = 'S' AND d.hour_ms >= k.from_ms))
                GROUP BY k.outlet_id, l.pollutant
                """),
        ])

    /// Hours as they wait, beside those that wait already.
    private static func noted(_ hours: String) -> String {
        """
        INSERT INTO monitoring_changed_hour (outlet_id, pollutant, first_hour_ms, last_hour_ms, enterprise_id,
          region_code)
        \(hours)
        ON CONFLICT (outlet_id, pollutant) DO UPDATE SET
          first_hour_ms = CASE WHEN excluded.first_hour_ms < monitoring_changed_hour.first_hour_ms
            THEN excluded.first_hour_ms ELSE monitoring_changed_hour.first_hour_ms END,
          last_hour_ms = CASE WHEN excluded.last_hour_ms > monitoring_changed_hour.last_hour_ms
            THEN excluded.last_hour_ms ELSE monitoring_changed_hour.last_hour_ms END
        """
    }
}
