import Kernel
import Persistence

/// Bearer tokens, found by the digest of what they carry.
enum TokenStore {
    /// Being used is written down at most this often.
    static let usedEveryMinutes: Int64 = 1

    static func insert(_ token: AccessToken, hash: Digest256, in access: any WriteAccess) throws {
        let (region, enterprise): (RegionCode?, EnterpriseID?) =
            switch token.narrowing {
            case .none: (nil, nil)
            case .region(let region): (region, nil)
            case .enterprise(let enterprise): (nil, enterprise)
            }
        try access.execute(
            """
            INSERT INTO access_token (token_id, token_hash, person_id, label, reach, region_code, enterprise_id,
              created_at_ms, expires_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            [
                .code(token.id), .digest(hash), .code(token.person), .text(token.label),
                .text(token.reach.rawValue), .code(region), .code(enterprise), .instant(token.createdAt),
                .instant(token.expiresAt),
            ])
    }

    /// The token of a digest that counts at a moment; its owner may sign in.
    static func find(
        _ hash: Digest256, at now: Instant, in access: any ReadAccess
    ) throws -> (token: AccessToken, owner: Person)? {
        guard
            let token = try access.row(
                """
                SELECT \(columns) FROM access_token
                WHERE token_hash = ?1 AND revoked_at_ms IS NULL AND expires_at_ms > ?2
                """, [.digest(hash), .instant(now)]
            ).map(token),
            let owner = try People.person(token.person, in: access), owner.standing == .active
        else { return nil }
        return (token, owner)
    }

    /// All tokens, or those of a person, newest first.
    static func all(of person: PersonID? = nil, in access: any ReadAccess) throws -> [AccessToken] {
        try access.rows(
            """
            SELECT \(columns) FROM access_token WHERE ?1 IS NULL OR person_id = ?1
            ORDER BY created_at_ms DESC, token_id LIMIT 1000
            """, [.code(person)]
        ).map(token)
    }

    /// Revokes a token; tells whose it was, if it still counted.
    static func revoke(_ id: TokenID, at now: Instant, in access: any WriteAccess) throws -> PersonID? {
        let owner: PersonID? = try access.row(
            "SELECT person_id FROM access_token WHERE token_id = ?1 AND revoked_at_ms IS NULL", [.code(id)])?
            .code("person_id")
        guard let owner else { return nil }
        try access.execute(
            "UPDATE access_token SET revoked_at_ms = ?2 WHERE token_id = ?1", [.code(id), .instant(now)])
        return owner
    }

    /// Revokes what a person still has; tells how many.
    static func revokeAll(of person: PersonID, at now: Instant, in access: any WriteAccess) throws -> Int {
        try access.execute(
            "UPDATE access_token SET revoked_at_ms = ?2 WHERE person_id = ?1 AND revoked_at_ms IS NULL",
            [.code(person), .instant(now)])
    }

    static func markUsed(_ id: TokenID, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE access_token SET last_used_ms = ?2 WHERE token_id = ?1", [.code(id), .instant(now)])
    }

    private static let columns = """
        token_id, person_id, label, reach, region_code, enterprise_id, created_at_ms, expires_at_ms, revoked_at_ms, \
        last_used_ms
        """

    private static func token(_ row: Row) throws -> AccessToken {
        let region: RegionCode? = try row.optional("region_code", Row.code)
        let enterprise: EnterpriseID? = try row.optional("enterprise_id", Row.code)
        return AccessToken(
            id: try row.code("token_id"), person: try row.code("person_id"), label: try row.text("label"),
            reach: try row.choice("reach"),
            narrowing: region.map(AccessToken.Narrowing.region)
                ?? enterprise.map(AccessToken.Narrowing.enterprise) ?? AccessToken.Narrowing.none,
            createdAt: try row.instant("created_at_ms"), expiresAt: try row.instant("expires_at_ms"),
            revokedAt: try row.optional("revoked_at_ms", Row.instant),
            lastUsed: try row.optional("last_used_ms", Row.instant))
    }
}
