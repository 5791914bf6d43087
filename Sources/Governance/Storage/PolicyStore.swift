import Facts
import Kernel
import Persistence

/// Policies as they were taken, and which organisations their units are.
enum PolicyStore {
    /// A policy and when it was entered.
    struct Kept: Sendable {
        let document: PolicyDocument
        let sha256: Digest256
    }

    static func insert(
        _ document: PolicyDocument, content: [UInt8], at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_policy (policy, document_number, title, content, sha256, entered_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            [
                .code(document.meta.code), .text(document.meta.documentNumber), .text(document.meta.title),
                .blob(content), .digest(Digest256(of: content)), .instant(now),
            ])
    }

    /// The codes and digests of all policies, the oldest first.
    static func digests(_ access: any ReadAccess) throws -> [(code: PolicyCode, sha256: Digest256)] {
        try access.rows("SELECT policy, sha256 FROM governance_policy ORDER BY entered_at_ms, policy").map { row in
            (try row.code("policy"), try row.digest("sha256"))
        }
    }

    /// The bytes of a policy; nil when there is none.
    static func content(of code: PolicyCode, in access: any ReadAccess) throws -> [UInt8]? {
        try access.row("SELECT content FROM governance_policy WHERE policy = ?1", [.code(code)])?.blob("content")
    }

    /// Binds a unit to an organisation, in the place of the one before.
    static func bind(
        _ unit: String, to organisation: String, at now: Instant, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_unit (unit, organisation_id, bound_at_ms) VALUES (?1, ?2, ?3)
            ON CONFLICT (unit) DO UPDATE SET organisation_id = ?2, bound_at_ms = ?3
            """, [.text(unit), .text(organisation), .instant(now)])
    }

    /// The organisations of units, by the units' names.
    static func organisations(_ access: any ReadAccess) throws -> [String: String] {
        let rows = try access.rows("SELECT unit, organisation_id FROM governance_unit ORDER BY unit")
        return Dictionary(
            try rows.map { (try $0.text("unit"), try $0.text("organisation_id")) }, uniquingKeysWith: { $1 })
    }
}
