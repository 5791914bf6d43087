public import Kernel

/// The part of a WHERE clause that keeps rows out of sight, for tables stamped with `region_code` and `enterprise_id`.
public struct ScopeCondition: Sendable {
    /// SQL to be put in brackets behind AND.
    public let sql: String
    /// Its arguments.
    public let arguments: [SQLValue]

    /// The condition of a scope; its placeholders begin at `?first`. `table` prefixes the column names, with its dot.
    public init(_ scope: Scope, first: Int, table: String = "") {
        switch scope {
        case .city:
            (sql, arguments) = ("1 = 1", [])
        case .regions(let regions):
            let codes = regions.sorted()
            let marks = codes.indices.map { "?\(first + $0)" }.joined(separator: ", ")
            sql = codes.isEmpty ? "1 = 0" : "\(table)region_code IN (\(marks))"
            arguments = codes.map { .code($0) }
        case .enterprise(let enterprise):
            (sql, arguments) = ("\(table)enterprise_id = ?\(first)", [.code(enterprise)])
        case .nothing:
            (sql, arguments) = ("1 = 0", [])
        }
    }
}
