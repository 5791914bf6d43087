import Kernel
import Persistence

/// From when and until when each stack was looked through for hours without a value that may decide.
enum HoleLookStore {
    /// The hours of an outlet that were looked through, the end excluded; nil when none were.
    static func hours(of outlet: OutletID, in access: any ReadAccess) throws -> Range<Instant>? {
        try access.row(
            "SELECT from_ms, horizon_ms FROM monitoring_hole_look WHERE outlet_id = ?1", [.code(outlet)]
        ).map { row in
            let from = try row.instant("from_ms")
            return from..<max(from, try row.instant("horizon_ms"))
        }
    }

    /// Outlets with frames and a limit of waste gas that were not looked through until an hour yet, the longest waiting
    /// first.
    static func due(_ horizon: Instant, limit: Int, in access: any ReadAccess) throws -> [JudgedPlace] {
        try access.rows(
            """
            SELECT s.outlet_id AS outlet_id, MAX(s.enterprise_id) AS enterprise_id, MAX(s.region_code) AS region_code
            FROM monitoring_source s LEFT JOIN monitoring_hole_look l ON l.outlet_id = s.outlet_id
            WHERE (l.horizon_ms IS NULL OR l.horizon_ms < ?1) AND EXISTS (
              SELECT 1 FROM monitoring_outlet_limit m WHERE m.outlet_id = s.outlet_id AND m.pollutant LIKE 'a%')
            GROUP BY s.outlet_id ORDER BY COALESCE(MAX(l.horizon_ms), 0), s.outlet_id LIMIT ?2
            """, [.instant(horizon), .int(limit)]
        ).map { row in
            JudgedPlace(
                outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                region: try row.code("region_code"))
        }
    }

    /// Notes a look; the first hour ever looked through stays.
    static func note(_ outlet: OutletID, _ hours: Range<Instant>, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_hole_look (outlet_id, from_ms, horizon_ms) VALUES (?1, ?2, ?3)
            ON CONFLICT (outlet_id) DO UPDATE SET horizon_ms = excluded.horizon_ms
            """, [.code(outlet), .instant(hours.lowerBound), .instant(hours.upperBound)])
    }
}
