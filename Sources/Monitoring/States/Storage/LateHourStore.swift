import Kernel
import Persistence

/// The oldest hour of each outlet of which a value came later than looks for states look back; the next look reaches
/// back to it.
enum LateHourStore {
    /// Notes an hour whose value came or changed at `now`, when it is that old.
    static func note(_ hour: Instant, of outlet: OutletID, now: Instant, in access: any WriteAccess) throws {
        // A look lies at most so far behind: what is younger is seen by it in any case.
        guard hour < now.adding(hours: -StateLook.windowHours + StateLook.noteAheadHours) else { return }
        try access.execute(
            """
            INSERT INTO monitoring_late_hour (outlet_id, first_hour_ms, journal_sequence) VALUES (?1, ?2, ?3)
            ON CONFLICT (outlet_id) DO UPDATE SET
              first_hour_ms = CASE WHEN excluded.first_hour_ms < monitoring_late_hour.first_hour_ms
                THEN excluded.first_hour_ms ELSE monitoring_late_hour.first_hour_ms END,
              journal_sequence = excluded.journal_sequence
            """, [.code(outlet), .instant(hour), .integer(try Journal.lastSequence(access))])
    }

    static func first(of outlet: OutletID, in access: any ReadAccess) throws -> Instant? {
        try access.row(
            "SELECT first_hour_ms FROM monitoring_late_hour WHERE outlet_id = ?1", [.code(outlet)]
        ).map { try $0.instant("first_hour_ms") }
    }

    /// A look that read the journal up to an entry has seen what was noted before it.
    static func remove(_ outlet: OutletID, seenUpTo sequence: Int64, in access: any WriteAccess) throws {
        try access.execute(
            "DELETE FROM monitoring_late_hour WHERE outlet_id = ?1 AND journal_sequence < ?2",
            [.code(outlet), .integer(sequence)])
    }
}
