import Kernel
import Persistence

/// Until where each outlet was looked at, and whether hours came since.
enum StateLookStore {
    /// One look.
    struct Look: Sendable, Equatable {
        let place: JudgedPlace
        /// The end of the hours that were looked at.
        let horizon: Instant
        /// The last entry of the journal then.
        let sequence: Int64
    }

    /// Outlets with frames that were not looked at until an hour yet, the longest waiting first.
    static func due(_ horizon: Instant, limit: Int, in access: any ReadAccess) throws -> [JudgedPlace] {
        try access.rows(
            """
            SELECT s.outlet_id AS outlet_id, MAX(s.enterprise_id) AS enterprise_id, MAX(s.region_code) AS region_code
            FROM monitoring_source s LEFT JOIN monitoring_state_look l ON l.outlet_id = s.outlet_id
            WHERE l.horizon_ms IS NULL OR l.horizon_ms < ?1
            GROUP BY s.outlet_id ORDER BY COALESCE(MAX(l.horizon_ms), 0), s.outlet_id LIMIT ?2
            """, [.instant(horizon), .int(limit)]
        ).map(place)
    }

    static func note(
        _ outlet: OutletID, horizon: Instant, sequence: Int64, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO monitoring_state_look (outlet_id, horizon_ms, journal_sequence) VALUES (?1, ?2, ?3)
            ON CONFLICT (outlet_id) DO UPDATE SET
              horizon_ms = excluded.horizon_ms, journal_sequence = excluded.journal_sequence
            """, [.code(outlet), .instant(horizon), .integer(sequence)])
    }

    /// Every look, by outlet.
    static func all(_ access: any ReadAccess) throws -> [Look] {
        try access.rows(
            """
            SELECT s.outlet_id AS outlet_id, MAX(s.enterprise_id) AS enterprise_id, MAX(s.region_code) AS region_code,
              MAX(l.horizon_ms) AS horizon_ms, MAX(l.journal_sequence) AS journal_sequence
            FROM monitoring_state_look l JOIN monitoring_source s ON s.outlet_id = l.outlet_id
            GROUP BY s.outlet_id ORDER BY s.outlet_id
            """
        ).map { row in
            Look(
                place: try place(row), horizon: try row.instant("horizon_ms"),
                sequence: try row.int64("journal_sequence"))
        }
    }

    /// Whether frames of these hours that states are found in came behind an entry of the journal: hours, and of a
    /// furnace five-minute means and minutes.
    static func hasNewer(
        _ look: Look, hours: ClosedRange<Instant>, in access: any ReadAccess
    ) throws -> Bool {
        try access.row(
            """
            SELECT 1 AS newer FROM monitoring_packed_frame f JOIN monitoring_source s ON s.source_no = f.source_no
            WHERE s.outlet_id = ?1 AND f.hour_no BETWEEN ?2 AND ?3 AND f.batch_sequence > ?4
              AND (f.command = 2061 OR f.command IN (2111, 2051) AND EXISTS (
                SELECT 1 FROM monitoring_outlet_limit l WHERE l.outlet_id = ?1 AND l.pollutant = 'a01901'))
            LIMIT 1
            """,
            [
                .code(look.place.outlet), .integer(FramePlace.hourNumber(of: hours.lowerBound)),
                .integer(FramePlace.hourNumber(of: hours.upperBound)), .integer(look.sequence),
            ]) != nil
    }

    /// Whether a furnace's days were read behind an entry of the journal.
    static func hasNewerFurnace(_ look: Look, in access: any ReadAccess) throws -> Bool {
        try access.row(
            "SELECT 1 AS newer FROM monitoring_furnace_day WHERE outlet_id = ?1 AND read_up_to > ?2 LIMIT 1",
            [.code(look.place.outlet), .integer(look.sequence)]) != nil
    }

    private static func place(_ row: Row) throws -> JudgedPlace {
        JudgedPlace(
            outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
            region: try row.code("region_code"))
    }
}
