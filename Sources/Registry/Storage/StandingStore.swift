import Kernel
import Persistence

/// What the register tells of enterprises to those who may rely on them, and what they were told.
enum StandingStore {
    /// Enterprises whose name holds a text, whose credit code it is, or one of whose outlets has it as its code.
    static func firms(
        matching text: String, sight: StandingSight, limit: Int, in access: any ReadAccess
    ) throws -> [StandingSheet.Firm] {
        try access.rows(
            """
            SELECT \(firmColumns) FROM registry_enterprise
            WHERE (name LIKE ?1 ESCAPE '!' OR credit_code = ?2 OR EXISTS (
                SELECT 1 FROM registry_outlet o
                WHERE o.enterprise_id = registry_enterprise.enterprise_id AND o.outlet_id = ?2))
              AND (\(sight.condition))
            ORDER BY enterprise_id LIMIT ?3
            """, [.text(LikePattern.anywhere(text)), .text(text.uppercased()), .int(limit)]
        ).map(firm)
    }

    static func firm(
        _ id: EnterpriseID, sight: StandingSight, in access: any ReadAccess
    ) throws -> StandingSheet.Firm? {
        try access.row(
            "SELECT \(firmColumns) FROM registry_enterprise WHERE enterprise_id = ?1 AND (\(sight.condition))",
            [.code(id)]
        ).map(firm)
    }

    /// An outlet as the register has it.
    struct Plate {
        let outlet: OutletID
        let number: String
        let name: String
        let medium: String
        let standing: String
    }

    static func outlets(
        of enterprise: EnterpriseID, sight: StandingSight, in access: any ReadAccess
    ) throws -> [Plate] {
        try access.rows(
            """
            SELECT outlet_id, number, name, medium, standing FROM registry_outlet
            WHERE enterprise_id = ?1 AND (\(sight.condition)) ORDER BY number, outlet_id
            """, [.code(enterprise)]
        ).map { row in
            Plate(
                outlet: try row.code("outlet_id"), number: try row.text("number"), name: try row.text("name"),
                medium: try row.text("medium"), standing: try row.text("standing"))
        }
    }

    private static let firmColumns =
        "enterprise_id, region_code, name, credit_code, industry, address, standing"

    private static func firm(_ row: Row) throws -> StandingSheet.Firm {
        StandingSheet.Firm(
            enterprise: try row.code("enterprise_id"), name: try row.text("name"),
            creditCode: try row.optional("credit_code", Row.text), region: try row.code("region_code"),
            industry: try row.text("industry"), address: try row.text("address"),
            standing: try row.text("standing"))
    }
}

extension StandingSight {
    /// The part of a WHERE clause that holds it.
    fileprivate var condition: String {
        switch self {
        case .everyEnterprise: "1 = 1"
        case .nothing: "1 = 0"
        }
    }
}
