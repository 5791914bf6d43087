import Kernel
import Persistence

/// The sheets that were handed out, as they were said.
enum SheetStore {
    /// A sheet's stored words, with where the journal tells of it.
    struct Said {
        let number: SheetNumber
        let sequence: Int64
        let bytes: [UInt8]
    }

    static func insert(
        _ said: Said, about firm: StandingSheet.Firm, for organisation: String, at now: Instant,
        in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO registry_sheet (sheet_number, enterprise_id, region_code, organisation_id, journal_sequence,
              told_at_ms, said)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            [
                .code(said.number), .code(firm.enterprise), .code(firm.region), .text(organisation),
                .integer(said.sequence), .instant(now), .blob(said.bytes),
            ])
    }

    /// The newest sheets of an organisation.
    static func sheets(of organisation: String, limit: Int, in access: any ReadAccess) throws -> [Said] {
        try access.rows(
            """
            SELECT \(columns) FROM registry_sheet WHERE organisation_id = ?1
            ORDER BY told_at_ms DESC, sheet_number DESC LIMIT ?2
            """, [.text(organisation), .int(limit)]
        ).map(said)
    }

    /// One sheet, for the organisation that asked and for whoever sees the enterprise.
    static func sheet(
        _ number: SheetNumber, for organisation: String?, scope: Scope, in access: any ReadAccess
    ) throws -> Said? {
        let condition = ScopeCondition(scope, first: 3)
        return try access.row(
            """
            SELECT \(columns) FROM registry_sheet
            WHERE sheet_number = ?1 AND (organisation_id = ?2 OR (\(condition.sql)))
            """, [.code(number), .optionalText(organisation)] + condition.arguments
        ).map(said)
    }

    /// One sheet, for anybody who knows its number: only to be compared.
    static func toCompare(_ number: SheetNumber, in access: any ReadAccess) throws -> Said? {
        try access.row("SELECT \(columns) FROM registry_sheet WHERE sheet_number = ?1", [.code(number)]).map(said)
    }

    static func forEach(_ access: any ReadAccess, _ body: (Said) throws -> Void) throws {
        try access.forEachRow("SELECT \(columns) FROM registry_sheet ORDER BY sheet_number", []) { row in
            try body(said(row))
        }
    }

    private static let columns = "sheet_number, journal_sequence, said"

    private static func said(_ row: Row) throws -> Said {
        Said(
            number: try row.code("sheet_number"), sequence: try row.int64("journal_sequence"),
            bytes: try row.blob("said"))
    }
}
