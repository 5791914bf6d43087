import Kernel
import Persistence

/// The rows of enterprises and outlets.
enum SourceStore {
    static func insert(_ enterprise: Enterprise, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO registry_enterprise (enterprise_id, region_code, name, credit_code, industry, address,
              industry_code)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            [
                .code(enterprise.id), .code(enterprise.region), .text(enterprise.name), .code(enterprise.creditCode),
                .text(enterprise.industry), .text(enterprise.address), .code(enterprise.industryCode),
            ])
    }

    static func insert(_ outlet: Outlet, region: RegionCode, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO registry_outlet (outlet_id, enterprise_id, region_code, number, name, medium, device_number)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            [
                .code(outlet.id), .code(outlet.enterprise), .code(region), .text(outlet.number), .text(outlet.name),
                .text(outlet.medium.rawValue), .code(outlet.device),
            ])
        try DeviceNumberStore.insert(
            outlet.device, of: outlet.id,
            as: .registered,
            in: access)
    }

    static func enterprises(
        scope: Scope, after: EnterpriseID?, limit: Int, in access: any ReadAccess
    ) throws -> [Enterprise] {
        let condition = ScopeCondition(scope, first: 3)
        return try access.rows(
            """
            SELECT \(enterpriseColumns) FROM registry_enterprise
            WHERE enterprise_id > ?1 AND (\(condition.sql)) ORDER BY enterprise_id LIMIT ?2
            """,
            [.text(after?.text ?? ""), .int(limit)] + condition.arguments
        ).map(enterprise)
    }

    static func enterprise(_ id: EnterpriseID, scope: Scope, in access: any ReadAccess) throws -> Enterprise? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(enterpriseColumns) FROM registry_enterprise WHERE enterprise_id = ?1 AND (\(condition.sql))",
            [.code(id)] + condition.arguments
        ).map(enterprise)
    }

    static func card(_ id: OutletID, scope: Scope, in access: any ReadAccess) throws -> OutletCard? {
        let condition = ScopeCondition(scope, first: 2, table: "o.")
        return try access.row(
            """
            SELECT \(outletColumns) FROM registry_outlet o
            JOIN registry_enterprise e ON e.enterprise_id = o.enterprise_id
            WHERE o.outlet_id = ?1 AND (\(condition.sql))
            """,
            [.code(id)] + condition.arguments
        ).map(card)
    }

    static func cards(scope: Scope, limit: Int, in access: any ReadAccess) throws -> [OutletCard] {
        let condition = ScopeCondition(scope, first: 2, table: "o.")
        return try access.rows(
            """
            SELECT \(outletColumns) FROM registry_outlet o
            JOIN registry_enterprise e ON e.enterprise_id = o.enterprise_id
            WHERE \(condition.sql) ORDER BY o.region_code, o.enterprise_id, o.number LIMIT ?1
            """,
            [.int(limit)] + condition.arguments
        ).map(card)
    }

    static func cards(
        scope: Scope, _ filter: OutletFilter, meaning words: [String], after: OutletID?, limit: Int,
        in access: any ReadAccess
    ) throws -> [OutletCard] {
        let condition = ScopeCondition(scope, first: 7 + words.count, table: "o.")
        let marks = words.indices.map { "?\($0 + 7)" }.joined(separator: ", ")
        let byWords = words.isEmpty ? "1 = 0" : "e.industry_code IS NULL AND e.industry IN (\(marks))"
        return try access.rows(
            """
            SELECT \(outletColumns) FROM registry_outlet o
            JOIN registry_enterprise e ON e.enterprise_id = o.enterprise_id
            WHERE o.outlet_id > ?1 AND (?3 IS NULL OR o.medium = ?3) AND (?4 IS NULL OR e.park_id = ?4)
              AND (?5 IS NULL OR substr(e.industry_code, 1, length(?5)) = ?5 OR (\(byWords)))
              AND (?6 IS NULL OR o.name LIKE ?6 ESCAPE '!' OR o.outlet_id LIKE ?6 ESCAPE '!'
                OR e.name LIKE ?6 ESCAPE '!')
              AND (\(condition.sql))
            ORDER BY o.outlet_id LIMIT ?2
            """,
            [
                .text(after?.text ?? ""), .int(limit), .optionalText(filter.medium?.rawValue), .code(filter.park),
                .optionalText(filter.industry), .optionalText(filter.text.map(LikePattern.anywhere)),
            ] + words.map { .text($0) } + condition.arguments
        ).map(card)
    }

    /// Where a device stands in the register, by any number it is known by.
    struct Place {
        let outlet: OutletID
        let enterprise: EnterpriseID
        let region: RegionCode
        let medium: Outlet.Medium
    }

    static func place(of device: DeviceNumber, in access: any ReadAccess) throws -> Place? {
        try access.row(
            """
            SELECT o.outlet_id AS outlet_id, o.enterprise_id AS enterprise_id, o.region_code AS region_code,
              o.medium AS medium
            FROM registry_device d JOIN registry_outlet o ON o.outlet_id = d.outlet_id WHERE d.device_number = ?1
            """, [.code(device)]
        ).map { row in
            Place(
                outlet: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                region: try row.code("region_code"), medium: try row.choice("medium"))
        }
    }

    /// From now on the outlet's logger goes by this number.
    static func setDevice(_ device: DeviceNumber, of outlet: OutletID, in access: any WriteAccess) throws {
        try access.execute(
            "UPDATE registry_outlet SET device_number = ?2 WHERE outlet_id = ?1", [.code(outlet), .code(device)])
    }

    private static let enterpriseColumns =
        "enterprise_id, region_code, name, credit_code, industry, address, industry_code"
    private static let outletColumns = """
        o.outlet_id AS outlet_id, o.enterprise_id AS enterprise_id, o.region_code AS region_code, \
        o.number AS number, o.name AS name, o.medium AS medium, o.device_number AS device_number, \
        e.name AS enterprise_name
        """

    private static func enterprise(_ row: Row) throws -> Enterprise {
        Enterprise(
            id: try row.code("enterprise_id"), name: try row.text("name"),
            creditCode: try row.optional("credit_code", Row.code), region: try row.code("region_code"),
            industry: try row.text("industry"), address: try row.text("address"),
            industryCode: try row.optional("industry_code", Row.code))
    }

    private static func card(_ row: Row) throws -> OutletCard {
        OutletCard(
            outlet: Outlet(
                id: try row.code("outlet_id"), enterprise: try row.code("enterprise_id"),
                number: try row.text("number"), name: try row.text("name"), medium: try row.choice("medium"),
                device: try row.code("device_number")),
            enterpriseName: try row.text("enterprise_name"), region: try row.code("region_code"))
    }
}
