import Kernel
import Persistence

/// Open sessions, found by the digest of their token: whoever reads the table can use none of them.
enum SessionStore {
    /// A session unseen for longer is closed.
    static let idleMinutes: Int64 = 30
    /// A session is closed after this at the latest.
    static let lifeHours: Int64 = 12
    /// A session that owes the code of a second factor is closed after this.
    static let codeMinutes: Int64 = 10
    /// How many sessions one person may have; the oldest gives way.
    static let perPersonMax = 20
    /// Being seen is written down at most this often, so that reading a page costs no write.
    static let seenEveryMinutes: Int64 = 1

    /// What a valid session leads to.
    struct Found {
        let visitor: Visitor
        let person: Person
        let lastSeen: Instant
    }

    /// How a session was opened.
    struct Opening {
        let way: SignInWay
        let origin: VisitOrigin
        let factorAt: Instant?
    }

    /// Opens a session and clears away closed ones.
    static func open(
        token: Digest256, csrfToken: String, for person: PersonID, _ opening: Opening, at now: Instant,
        in access: any WriteAccess
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
            INSERT INTO access_session (token_hash, person_id, csrf_token, way, address, agent, factor_at_ms,
              created_at_ms, expires_at_ms, last_seen_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?8)
            """,
            [
                .digest(token), .code(person), .text(csrfToken), .text(opening.way.sessionWay),
                .text(opening.origin.address), .text(opening.origin.agent), .instant(opening.factorAt),
                .instant(now), .instant(now.adding(hours: lifeHours)),
            ])
    }

    /// The valid session of a token, and what is owed in it.
    static func find(_ token: Digest256, at now: Instant, in access: any ReadAccess) throws -> Found? {
        let columns = People.columns.split(separator: ", ").map { "p.\($0)" }.joined(separator: ", ")
        return try access.row(
            """
            SELECT \(columns), p.password_owed, s.csrf_token, s.last_seen_ms, s.way, s.created_at_ms, s.factor_at_ms,
              f.confirmed_at_ms, p.language, p.large_type
            FROM access_session s JOIN access_person p ON p.person_id = s.person_id
              LEFT JOIN access_second_factor f ON f.person_id = p.person_id
            WHERE s.token_hash = ?1 AND s.expires_at_ms > ?2 AND s.last_seen_ms > ?3 AND p.standing = 'active'
            """, [.digest(token), .instant(now), .instant(now.adding(minutes: -idleMinutes))]
        ).flatMap { row in
            let person = try People.person(row)
            let owed = try owed(of: person, row)
            let since = try row.instant("created_at_ms")
            if owed == .code, since.adding(minutes: codeMinutes) <= now { return nil }
            return Found(
                visitor: Visitor(
                    actor: person.actor, csrfToken: try row.text("csrf_token"), proof: .session, owed: owed,
                    preferences: try People.preferences(row)),
                person: person, lastSeen: try row.instant("last_seen_ms"))
        }
    }

    /// The demonstration's one click is excused: there is nothing that it could protect.
    private static func owed(of person: Person, _ row: Row) throws -> Visitor.Owed? {
        guard try row.text("way") != SignInWay.demonstration.sessionWay else { return nil }
        let hasFactor = try row.optional("confirmed_at_ms", Row.instant) != nil
        if hasFactor, try row.optional("factor_at_ms", Row.instant) == nil { return .code }
        if try row.int("password_owed") == 1 { return .password }
        return person.role.isAdministration && !hasFactor ? .secondFactor : nil
    }

    /// Notes that a session was used.
    static func markSeen(_ token: Digest256, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE access_session SET last_seen_ms = ?2 WHERE token_hash = ?1", [.digest(token), .instant(now)])
    }

    /// Notes that the second factor was shown in a session.
    static func markFactor(_ token: Digest256, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE access_session SET factor_at_ms = ?2 WHERE token_hash = ?1", [.digest(token), .instant(now)])
    }

    /// The sessions of a person that are open, newest first.
    static func all(of person: PersonID, at now: Instant, in access: any ReadAccess) throws -> [OpenSession] {
        try access.rows(
            """
            SELECT token_hash, person_id, address, agent, created_at_ms, last_seen_ms, factor_at_ms
            FROM access_session WHERE person_id = ?1 AND expires_at_ms > ?2 AND last_seen_ms > ?3
            ORDER BY created_at_ms DESC, token_hash
            """, [.code(person), .instant(now), .instant(now.adding(minutes: -idleMinutes))]
        ).map { row in
            OpenSession(
                reference: reference(of: try row.digest("token_hash")), person: try row.code("person_id"),
                origin: VisitOrigin(address: try row.text("address"), agent: try row.text("agent")),
                since: try row.instant("created_at_ms"), lastSeen: try row.instant("last_seen_ms"),
                hasShownFactor: try row.optional("factor_at_ms", Row.instant) != nil)
        }
    }

    /// What a list calls a session.
    static func reference(of token: Digest256) -> String { String(token.hex.prefix(16)) }

    /// Closes a session.
    static func close(_ token: Digest256, in access: any WriteAccess) throws {
        try access.execute("DELETE FROM access_session WHERE token_hash = ?1", [.digest(token)])
    }

    /// Closes every session of a person but one; tells how many.
    @discardableResult
    static func closeAll(
        of person: PersonID, but kept: Digest256? = nil, in access: any WriteAccess
    ) throws -> Int {
        try access.execute(
            "DELETE FROM access_session WHERE person_id = ?1 AND (?2 IS NULL OR token_hash <> ?2)",
            [.code(person), kept.map { .digest($0) } ?? .null])
    }

    /// Closes the session of a person that a list calls so; tells whether there was one.
    static func close(reference: String, of person: PersonID, in access: any WriteAccess) throws -> Bool {
        let tokens = try access.rows(
            "SELECT token_hash FROM access_session WHERE person_id = ?1", [.code(person)]
        ).map { try $0.digest("token_hash") }
        guard let token = tokens.first(where: { self.reference(of: $0) == reference }) else { return false }
        try close(token, in: access)
        return true
    }
}
