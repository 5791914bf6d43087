import Kernel
import Persistence

/// Books of funds.
enum FundStore {
    static func insert(_ fund: Fund, in access: any WriteAccess) throws {
        try access.execute(
            "INSERT INTO governance_fund (fund, policy, name, unit, purpose, task) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            [
                .int(fund.number), .code(fund.policy), .text(fund.name), .text(fund.unit), .text(fund.purpose),
                fund.task.map(SQLValue.int) ?? .null,
            ])
    }

    static func insert(_ entry: Fund.Entry, of fund: Int, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_fund_entry
              (fund, entry, sort, year, amount_fen, belongs_to, target, target_name, what, document, day, author,
               filed_at_ms, application)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            """,
            [
                .int(fund), .int(entry.number), .text(entry.sort.rawValue), .int(entry.year),
                .integer(entry.amountFen), entry.belongsTo.map(SQLValue.int) ?? .null,
                .optionalText(entry.target?.sort.rawValue), .optionalText(entry.target?.name), .text(entry.what),
                .text(entry.document), .date(entry.day), .text(entry.author), .instant(entry.filedAt),
                entry.application.map(SQLValue.int) ?? .null,
            ])
    }

    /// The funds with their books, by their numbers; or one.
    static func funds(
        _ number: Int? = nil, seen sight: BoardSight = .board, in access: any ReadAccess
    ) throws -> [Fund] {
        let arguments: [SQLValue] = [number.map(SQLValue.int) ?? .null]
        var entries: [Int: [Fund.Entry]] = [:]
        try access.forEachRow(
            """
            SELECT fund, entry, sort, year, amount_fen, belongs_to, target, target_name, what, document, day, author,
              filed_at_ms, application
            FROM governance_fund_entry WHERE (?1 IS NULL OR fund = ?1) AND \(sight.condition) ORDER BY fund, entry
            """, arguments
        ) { row in
            let target = try row.optional("target", Row.choice).map { (sort: FundTarget.Sort) in
                FundTarget(sort, try row.text("target_name"))
            }
            entries[try row.int("fund"), default: []].append(
                .init(
                    number: try row.int("entry"), sort: try row.choice("sort"), year: try row.int("year"),
                    amountFen: try row.int64("amount_fen"), belongsTo: try row.optional("belongs_to", Row.int),
                    target: target, what: try row.text("what"), document: try row.text("document"),
                    day: try row.date("day"), author: try row.text("author"),
                    filedAt: try row.instant("filed_at_ms"),
                    application: try row.optional("application", Row.int)))
        }
        let applications = try applications(of: number, seen: sight, in: access)
        return try access.rows(
            """
            SELECT fund, policy, name, unit, purpose, task FROM governance_fund
            WHERE (?1 IS NULL OR fund = ?1) AND \(sight.condition) ORDER BY fund
            """, arguments
        ).map { row in
            let number = try row.int("fund")
            return Fund(
                number: number, policy: try row.code("policy"), name: try row.text("name"),
                unit: try row.text("unit"), purpose: try row.text("purpose"),
                task: try row.optional("task", Row.int), entries: entries[number] ?? [],
                applications: applications[number] ?? [])
        }
    }
}
