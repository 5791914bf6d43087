import Kernel
import Persistence

/// The rows of the register's entries, made from the fields of their kind. Every question carries a scope.
enum RegisterStore {
    /// Enters an entry of a kind that has a table of its own making. Enterprises and outlets come in by `SourceStore`.
    static func insert(_ entry: RegisterEntry, in access: any WriteAccess) throws {
        let columns = entry.kind.columns
        let marks = columns.indices.map { "?\($0 + 4)" }
        try access.execute(
            """
            INSERT INTO \(entry.kind.table) (\(entry.kind.key), enterprise_id, region_code, version,
              \(columns.map(\.column).joined(separator: ", ")))
            VALUES (?1, ?2, ?3, 1, \(marks.joined(separator: ", ")))
            """,
            [.code(entry.code), .code(entry.enterprise), .code(entry.region)] + arguments(of: entry))
    }

    /// Writes the fields of an entry that is there.
    static func write(_ entry: RegisterEntry, in access: any WriteAccess) throws {
        let parts = entry.kind.columns.enumerated().map { "\($1.column) = ?\($0 + 3)" }
        try access.execute(
            """
            UPDATE \(entry.kind.table) SET version = ?2, \(parts.joined(separator: ", "))
            WHERE \(entry.kind.key) = ?1
            """, [.code(entry.code), .int(entry.version)] + arguments(of: entry))
    }

    /// One entry, when it is in sight.
    static func entry(
        _ kind: RegisterKind, _ code: RegisterCode, scope: Scope, in access: any ReadAccess
    ) throws -> RegisterEntry? {
        let condition = ScopeCondition(scope, first: 2)
        return try access.row(
            "SELECT \(columns(of: kind)) FROM \(kind.table) WHERE \(kind.key) = ?1 AND (\(condition.sql))",
            [.code(code)] + condition.arguments
        ).map { try entry(kind, $0) }
    }

    /// The entries of a kind in sight by code, behind one; of one enterprise if asked.
    static func entries(
        _ kind: RegisterKind, of enterprise: EnterpriseID? = nil, after: String = "", scope: Scope, limit: Int,
        in access: any ReadAccess
    ) throws -> [RegisterEntry] {
        let condition = ScopeCondition(scope, first: 4)
        return try access.rows(
            """
            SELECT \(columns(of: kind)) FROM \(kind.table)
            WHERE \(kind.key) > ?1 AND (?2 IS NULL OR enterprise_id = ?2) AND (\(condition.sql))
            ORDER BY \(kind.key) LIMIT ?3
            """,
            [.text(after), .code(enterprise), .int(limit)] + condition.arguments
        ).map { try entry(kind, $0) }
    }

    /// The parks in sight that a filter lets through, by code and behind one.
    static func parks(
        _ filter: ParkFilter, after: String, scope: Scope, limit: Int, in access: any ReadAccess
    ) throws -> [RegisterEntry] {
        let condition = ScopeCondition(scope, first: 5)
        return try access.rows(
            """
            SELECT \(columns(of: .park)) FROM registry_park
            WHERE park_id > ?1 AND (?2 IS NULL OR region_code = ?2)
              AND (?3 IS NULL OR name LIKE ?3 ESCAPE '!' OR park_id LIKE ?3 ESCAPE '!' OR address LIKE ?3 ESCAPE '!')
              AND (\(condition.sql))
            ORDER BY park_id LIMIT ?4
            """,
            [.text(after), .code(filter.region), .optionalText(filter.text.map(LikePattern.anywhere)), .int(limit)]
                + condition.arguments
        ).map { try entry(.park, $0) }
    }

    /// How many entries of a kind an enterprise has.
    static func count(_ kind: RegisterKind, of enterprise: EnterpriseID, in access: any ReadAccess) throws -> Int {
        try access.row(
            "SELECT COUNT(*) AS entries FROM \(kind.table) WHERE enterprise_id = ?1", [.code(enterprise)]
        )?.int("entries") ?? 0
    }

    /// The code of another entry with this value in a field; of one enterprise if asked.
    static func holder(
        of value: String, in field: String, _ kind: RegisterKind, of enterprise: EnterpriseID? = nil,
        beside code: RegisterCode, in access: any ReadAccess
    ) throws -> String? {
        guard let column = kind.columns.first(where: { $0.field == field })?.column else { return nil }
        return try access.row(
            """
            SELECT \(kind.key) AS holder FROM \(kind.table)
            WHERE \(column) = ?1 AND \(kind.key) <> ?2 AND (?3 IS NULL OR enterprise_id = ?3) LIMIT 1
            """, [.text(value), .code(code), .code(enterprise)])?.text("holder")
    }

    /// The enterprises in sight that a filter lets through, by code and behind one.
    static func enterprises(
        _ filter: EnterpriseFilter, meaning words: [String], after: String, scope: Scope, limit: Int,
        in access: any ReadAccess
    ) throws -> [RegisterEntry] {
        let condition = ScopeCondition(scope, first: 8 + words.count)
        let marks = words.indices.map { "?\($0 + 8)" }.joined(separator: ", ")
        let byWords = words.isEmpty ? "1 = 0" : "industry_code IS NULL AND industry IN (\(marks))"
        return try access.rows(
            """
            SELECT \(columns(of: .enterprise)) FROM registry_enterprise
            WHERE enterprise_id > ?1 AND (?2 IS NULL OR region_code = ?2) AND (?3 IS NULL OR park_id = ?3)
              AND (?4 IS NULL OR standing = ?4)
              AND (?5 IS NULL OR substr(industry_code, 1, length(?5)) = ?5 OR (\(byWords)))
              AND (?6 IS NULL OR name LIKE ?6 ESCAPE '!' OR enterprise_id LIKE ?6 ESCAPE '!'
                OR credit_code LIKE ?6 ESCAPE '!')
              AND (\(condition.sql))
            ORDER BY enterprise_id LIMIT ?7
            """,
            [
                .text(after), .code(filter.region), .code(filter.park), .optionalText(filter.standing),
                .optionalText(filter.industry), .optionalText(filter.text.map(LikePattern.anywhere)), .int(limit),
            ] + words.map { .text($0) } + condition.arguments
        ).map { try entry(.enterprise, $0) }
    }

    /// Where outlets stand, by their own position or else their site's; those that have neither are left out.
    static func positions(
        of outlets: [OutletID], in access: any ReadAccess
    ) throws -> [OutletID: GeoPosition] {
        guard !outlets.isEmpty else { return [:] }
        let marks = outlets.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let rows = try access.rows(
            """
            SELECT outlet.outlet_id AS outlet_id, COALESCE(outlet.longitude, site.longitude) AS longitude,
              COALESCE(outlet.latitude, site.latitude) AS latitude
            FROM registry_outlet AS outlet LEFT JOIN registry_site AS site ON site.site_id = outlet.site_id
            WHERE outlet.outlet_id IN (\(marks))
            """, outlets.map { .code($0) })
        var found: [OutletID: GeoPosition] = [:]
        for row in rows {
            let (longitude, latitude) = (
                try row.optional("longitude", Row.text), try row.optional("latitude", Row.text)
            )
            guard let longitude = longitude.flatMap(Double.init), let latitude = latitude.flatMap(Double.init) else {
                continue
            }
            found[try row.code("outlet_id")] = GeoPosition(longitude: longitude, latitude: latitude)
        }
        return found
    }

    private static func columns(of kind: RegisterKind) -> String {
        ([kind.key, "region_code", "version"] + (kind == .enterprise ? [] : ["enterprise_id"])
            + kind.columns.map(\.column)).joined(separator: ", ")
    }

    private static func arguments(of entry: RegisterEntry) -> [SQLValue] {
        entry.kind.columns.map { field, column in
            entry.values[field].map { .text($0) } ?? entry.kind.empty(column)
        }
    }

    private static func entry(_ kind: RegisterKind, _ row: Row) throws -> RegisterEntry {
        var values: [String: String] = [:]
        for (field, column) in kind.columns {
            guard let text = try row.optional(column, Row.text), !text.isEmpty else { continue }
            values[field] = text
        }
        return RegisterEntry(
            kind: kind, code: try row.code(kind.key), enterprise: try row.optional("enterprise_id", Row.code),
            region: try row.code("region_code"), version: try row.int("version"), values: values)
    }
}
