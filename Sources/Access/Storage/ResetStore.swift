import Kernel
import Persistence

/// The resets that wait for a second administrator.
enum ResetStore {
    /// Keeps a reset; one of the same kind and person that waited, or lapsed, gives way.
    static func ask(_ reset: AdministratorReset, in access: any WriteAccess) throws {
        try remove(reset.what, of: reset.person, in: access)
        try access.execute(
            "INSERT INTO access_reset (person_id, what, asked_by, asked_at_ms) VALUES (?1, ?2, ?3, ?4)",
            [.code(reset.person), .text(reset.what.rawValue), .code(reset.askedBy), .instant(reset.askedAt)])
    }

    /// The resets that have not lapsed, the oldest first.
    static func waiting(at now: Instant, in access: any ReadAccess) throws -> [AdministratorReset] {
        try access.rows(
            """
            SELECT person_id, what, asked_by, asked_at_ms FROM access_reset WHERE asked_at_ms > ?1
            ORDER BY asked_at_ms, person_id, what
            """, [.instant(now.adding(hours: -AdministratorReset.hours))]
        ).map { row in
            AdministratorReset(
                person: try row.code("person_id"), what: try row.choice("what"), askedBy: try row.code("asked_by"),
                askedAt: try row.instant("asked_at_ms"))
        }
    }

    /// Forgets a reset.
    static func remove(
        _ what: AdministratorReset.What, of person: PersonID, in access: any WriteAccess
    ) throws {
        try access.execute(
            "DELETE FROM access_reset WHERE person_id = ?1 AND what = ?2", [.code(person), .text(what.rawValue)])
    }
}
