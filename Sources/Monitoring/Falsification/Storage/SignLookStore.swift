import Kernel
import Persistence

/// Which day of each outlet was looked at last.
enum SignLookStore {
    /// Outlets with frames whose look at a day is due, in their order.
    static func due(day: CivilDate, limit: Int, in access: any ReadAccess) throws -> [JudgedPlace] {
        try access.rows(
            """
            SELECT s.outlet_id AS outlet_id, MAX(s.enterprise_id) AS enterprise_id, MAX(s.region_code) AS region_code
            FROM monitoring_source s LEFT JOIN monitoring_sign_look l ON l.outlet_id = s.outlet_id
            WHERE l.day_no IS NULL OR l.day_no < ?1
            GROUP BY s.outlet_id ORDER BY s.outlet_id LIMIT ?2
            """, [.integer(day.dayNumber), .int(limit)]
        ).map { row in
            JudgedPlace(
                outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                region: try row.code("region_code"))
        }
    }

    static func note(_ outlet: OutletID, day: CivilDate, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_sign_look (outlet_id, day_no) VALUES (?1, ?2)
            ON CONFLICT (outlet_id) DO UPDATE SET day_no = excluded.day_no
            """, [.code(outlet), .integer(day.dayNumber)])
    }

    /// The day of an outlet that was looked at last; nil when none was.
    static func newest(of outlet: OutletID, in access: any ReadAccess) throws -> CivilDate? {
        try access.row("SELECT day_no FROM monitoring_sign_look WHERE outlet_id = ?1", [.code(outlet)]).map {
            CivilDate(dayNumber: try $0.int64("day_no"))
        }
    }

    /// The factors of an outlet that have a value between two hours.
    static func pollutants(
        of outlet: OutletID, from: Instant, to: Instant, in access: any ReadAccess
    ) throws -> [PollutantCode] {
        try access.rows(
            """
            SELECT DISTINCT pollutant FROM monitoring_hour
            WHERE outlet_id = ?1 AND hour_ms BETWEEN ?2 AND ?3 ORDER BY pollutant
            """, [.code(outlet), .instant(from), .instant(to)]
        ).map { try $0.code("pollutant") }
    }
}
