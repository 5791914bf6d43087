import Kernel
public import Persistence

/// The organisations whose people work here.
public enum Organisations {
    static func insert(_ organisation: Organisation, at now: Instant, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO access_organisation (organisation_id, name, kind, region_code, enterprise_id, created_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            [
                .code(organisation.id), .text(organisation.name), .text(organisation.kind.rawValue),
                .code(organisation.region), .code(organisation.enterprise), .instant(now),
            ])
    }

    /// One organisation.
    public static func organisation(_ id: OrganisationID, in access: any ReadAccess) throws -> Organisation? {
        try access.row("SELECT \(columns) FROM access_organisation WHERE organisation_id = ?1", [.code(id)])
            .map(organisation)
    }

    /// Whether a code or a name is taken.
    static func isTaken(_ organisation: Organisation, in access: any ReadAccess) throws -> Bool {
        try access.row(
            "SELECT 1 AS found FROM access_organisation WHERE organisation_id = ?1 OR name = ?2",
            [.code(organisation.id), .text(organisation.name)]) != nil
    }

    /// Whether an enterprise of the register is an organisation.
    static func isOrganisation(_ enterprise: EnterpriseID, in access: any ReadAccess) throws -> Bool {
        try access.row(
            "SELECT 1 AS found FROM access_organisation WHERE enterprise_id = ?1", [.code(enterprise)]) != nil
    }

    /// Every organisation, by kind and code.
    public static func all(in access: any ReadAccess) throws -> [Organisation] {
        try access.rows("SELECT \(columns) FROM access_organisation ORDER BY kind, organisation_id").map(organisation)
    }

    private static let columns = "organisation_id, name, kind, region_code, enterprise_id"

    private static func organisation(_ row: Row) throws -> Organisation {
        try Organisation(
            id: try row.code("organisation_id"), name: try row.text("name"), kind: try row.choice("kind"),
            region: try row.optional("region_code", Row.code),
            enterprise: try row.optional("enterprise_id", Row.code))
    }
}
