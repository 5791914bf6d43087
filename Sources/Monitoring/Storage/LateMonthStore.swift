import Kernel
import Persistence

/// Outlets of which hours came, or were read otherwise, that lie in a month whose amounts could be recorded by then.
enum LateMonthStore {
    static func note(_ outlet: OutletID, now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO monitoring_late_month (outlet_id, noted_ms) VALUES (?1, ?2)
            ON CONFLICT (outlet_id) DO NOTHING
            """, [.code(outlet), .instant(now)])
    }

    static func remove(_ outlet: OutletID, in access: any WriteAccess) throws {
        try access.execute("DELETE FROM monitoring_late_month WHERE outlet_id = ?1", [.code(outlet)])
    }

    static func waits(_ outlet: OutletID, in access: any ReadAccess) throws -> Bool {
        try access.row("SELECT 1 AS waits FROM monitoring_late_month WHERE outlet_id = ?1", [.code(outlet)]) != nil
    }
}
