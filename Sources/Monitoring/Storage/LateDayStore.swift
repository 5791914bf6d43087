import Kernel
import Persistence

/// Days of outlets of which values came, or were read otherwise, after they could be looked at for signs; they wait to
/// be looked at again.
enum LateDayStore {
    /// One such day.
    struct Late: Hashable, Sendable {
        let place: JudgedPlace
        let day: CivilDate
        /// How often it was noted: a look that was overtaken leaves it.
        let changes: Int
    }

    static func note(_ day: CivilDate, of outlet: OutletID, now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_late_day (outlet_id, day_no, noted_ms, changes) VALUES (?1, ?2, ?3, 1)
            ON CONFLICT (outlet_id, day_no) DO UPDATE SET changes = monitoring_late_day.changes + 1
            """, [.code(outlet), .integer(day.dayNumber), .instant(now)])
    }

    /// Days that were noted before a moment, of outlets that were looked at until then or later; the longest waiting
    /// first.
    static func due(notedBefore moment: Instant, limit: Int, in access: any ReadAccess) throws -> [Late] {
        try access.rows(
            """
            SELECT d.outlet_id AS outlet_id, d.day_no AS day_no, d.changes AS changes,
              MAX(s.enterprise_id) AS enterprise_id, MAX(s.region_code) AS region_code
            FROM monitoring_late_day d
            JOIN monitoring_sign_look l ON l.outlet_id = d.outlet_id AND l.day_no >= d.day_no
            JOIN monitoring_source s ON s.outlet_id = d.outlet_id
            WHERE d.noted_ms <= ?1
            GROUP BY d.outlet_id, d.day_no, d.changes, d.noted_ms ORDER BY d.noted_ms, d.outlet_id, d.day_no LIMIT ?2
            """, [.instant(moment), .int(limit)]
        ).map { row in
            Late(
                place: JudgedPlace(
                    outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                    region: try row.code("region_code")),
                day: CivilDate(dayNumber: try row.int64("day_no")), changes: try row.int("changes"))
        }
    }

    /// Takes a day out that was looked at, unless it was noted since.
    static func remove(_ late: Late, in access: any WriteAccess) throws {
        try access.execute(
            "DELETE FROM monitoring_late_day WHERE outlet_id = ?1 AND day_no = ?2 AND changes = ?3",
            [.code(late.place.outlet), .integer(late.day.dayNumber), .int(late.changes)])
    }

    /// Forgets days of an outlet that lie too far back to be looked at again.
    static func forget(before oldest: CivilDate, of outlet: OutletID, in access: any WriteAccess) throws {
        try access.execute(
            "DELETE FROM monitoring_late_day WHERE outlet_id = ?1 AND day_no < ?2",
            [.code(outlet), .integer(oldest.dayNumber)])
    }
}
