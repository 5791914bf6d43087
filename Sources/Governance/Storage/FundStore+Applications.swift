import Kernel
import Persistence

extension FundStore {
    static func insert(_ application: FundApplication, of fund: Int, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_fund_application
              (fund, application, unit, target, target_name, amount_fen, what, author, filed_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            [
                .int(fund), .int(application.number), .text(application.unit),
                .text(application.target.sort.rawValue), .text(application.target.name),
                .integer(application.amountFen), .text(application.what), .text(application.author),
                .instant(application.filedAt),
            ])
    }

    static func judge(
        _ application: Int, _ judgement: FundApplication.Judgement, of fund: Int, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            UPDATE governance_fund_application SET verdict = ?3, note = ?4, judge = ?5, judged_at_ms = ?6
            WHERE fund = ?1 AND application = ?2
            """,
            [
                .int(fund), .int(application), .text(judgement.verdict.rawValue), .text(judgement.note),
                .text(judgement.author), .instant(judgement.at),
            ])
    }

    /// Applications by fund, or of one fund.
    static func applications(
        of fund: Int?, seen sight: BoardSight, in access: any ReadAccess
    ) throws -> [Int: [FundApplication]] {
        var applications: [Int: [FundApplication]] = [:]
        try access.forEachRow(
            """
            SELECT fund, application, unit, target, target_name, amount_fen, what, author, filed_at_ms, verdict, note,
              judge, judged_at_ms
            FROM governance_fund_application WHERE (?1 IS NULL OR fund = ?1) AND \(sight.condition)
            ORDER BY fund, application
            """, [fund.map(SQLValue.int) ?? .null]
        ) { row in
            let judgement = try row.optional("verdict", Row.choice).map { (verdict: ReviewVerdict) in
                FundApplication.Judgement(
                    verdict: verdict, note: try row.text("note"), author: try row.text("judge"),
                    at: try row.instant("judged_at_ms"))
            }
            applications[try row.int("fund"), default: []].append(
                FundApplication(
                    number: try row.int("application"), unit: try row.text("unit"),
                    target: FundTarget(try row.choice("target"), try row.text("target_name")),
                    amountFen: try row.int64("amount_fen"), what: try row.text("what"),
                    author: try row.text("author"), filedAt: try row.instant("filed_at_ms"), judgement: judgement))
        }
        return applications
    }
}
