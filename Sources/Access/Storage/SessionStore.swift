import Kernel
import Persistence

/// Open sessions, found by the digest of their token: whoever reads the table can use none of them.
enum SessionStore {
    /// A session unseen for longer is closed.
    static let idleMinutes: Int64 = 30
    /// A session is closed after this at the latest.
    static let lifeHours: Int64 = 12
    /// How many sessions one person may have; the oldest gives way.
    static let perPersonMax = 20
    /// Being seen is written down at most this often, so that reading a page costs no write.
    static let seenEveryMinutes: Int64 = 1

    /// What a valid session leads to.
    struct Found {
        let visitor: Visitor
        let lastSeen: Instant
    }

    /// Opens a session and clears away closed ones.
    static func open(
        token: Digest256, csrfToken: String, for person: PersonID, at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            "DELETE FROM access_session WHERE expires_at_ms <= ?1 OR last_seen_ms <= ?2",
            [.instant(now), .instant(now.adding(minutes: -idleMinutes))])
        try access.execute(
            """
            DELETE FROM access_session WHERE token_hash IN (
              SELECT token_hash FROM access_session WHERE person_id = ?1
              ORDER BY created_at_ms DESC, token_hash LIMIT 1000 OFFSET ?2)
            """, [.code(person), .int(perPersonMax - 1)])
        try access.execute(
            """
            INSERT INTO access_session (token_hash, person_id, csrf_token, created_at_ms, expires_at_ms, last_seen_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?4)
            """,
            [
                .digest(token), .code(person), .text(csrfToken), .instant(now),
                .instant(now.adding(hours: lifeHours)),
            ])
    }

    /// The valid session of a token.
    static func find(_ token: Digest256, at now: Instant, in access: any ReadAccess) throws -> Found? {
        let columns = People.columns.split(separator: ", ").map { "p.\($0)" }.joined(separator: ", ")
        return try access.row(
            """
            SELECT \(columns), s.csrf_token, s.last_seen_ms
            FROM access_session s JOIN access_person p ON p.person_id = s.person_id
            WHERE s.token_hash = ?1 AND s.expires_at_ms > ?2 AND s.last_seen_ms > ?3
            """, [.digest(token), .instant(now), .instant(now.adding(minutes: -idleMinutes))]
        ).map { row in
            Found(
                visitor: Visitor(actor: try People.person(row).actor, csrfToken: try row.text("csrf_token")),
                lastSeen: try row.instant("last_seen_ms"))
        }
    }

    /// Notes that a session was used.
    static func markSeen(_ token: Digest256, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE access_session SET last_seen_ms = ?2 WHERE token_hash = ?1", [.digest(token), .instant(now)])
    }

    /// Closes a session.
    static func close(_ token: Digest256, in access: any WriteAccess) throws {
        try access.execute("DELETE FROM access_session WHERE token_hash = ?1", [.digest(token)])
    }
}
