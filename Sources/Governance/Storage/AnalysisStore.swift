import Facts
import Kernel
import Persistence

/// Reports on environment and economy.
enum AnalysisStore {
    /// Keeps what a draft says from now on.
    static func write(_ analysis: Analysis, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_analysis (period, texts, author, written_at_ms) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (period) DO UPDATE SET texts = ?2, author = ?3, written_at_ms = ?4
            """,
            [
                .text(analysis.period.description),
                .text(String(decoding: try CanonicalJSON.bytes(of: analysis.texts), as: UTF8.self)),
                .text(analysis.author), .instant(analysis.writtenAt),
            ])
    }

    static func issue(_ issue: Analysis.Issue, of period: AnalysisPeriod, in access: any WriteAccess) throws {
        try access.execute(
            """
            UPDATE governance_analysis SET content = ?2, sha256 = ?3, issuer = ?4, issued_at_ms = ?5, fact = ?6
            WHERE period = ?1
            """,
            [
                .text(period.description), .blob(issue.content), .digest(issue.sha256), .text(issue.author),
                .instant(issue.at), .integer(issue.fact),
            ])
    }

    /// The reports that somebody sees, the newest period first.
    static func analyses(seen sight: BoardSight = .board, in access: any ReadAccess) throws -> [Analysis] {
        try access.rows(
            """
            SELECT period, texts, author, written_at_ms, content, sha256, issuer, issued_at_ms, fact
            FROM governance_analysis WHERE \(sight.condition) ORDER BY period DESC
            """
        ).map { row in
            var analysis = Analysis(
                period: try row.period("period"),
                texts: try CanonicalJSON.value([String: String].self, from: Array(try row.text("texts").utf8)),
                author: try row.text("author"), writtenAt: try row.instant("written_at_ms"))
            if let content = try row.optional("content", Row.blob) {
                analysis.issue = .init(
                    content: content, sha256: try row.digest("sha256"), author: try row.text("issuer"),
                    at: try row.instant("issued_at_ms"), fact: try row.int64("fact"))
            }
            return analysis
        }
    }

    /// The report on a period; nil for none.
    static func analysis(
        _ period: AnalysisPeriod, seen sight: BoardSight = .board, in access: any ReadAccess
    ) throws -> Analysis? {
        try analyses(seen: sight, in: access).first { $0.period == period }
    }
}

extension Row {
    /// A stored period that this program would not have stored.
    private struct NoPeriod: Error {
        let text: String
    }

    fileprivate func period(_ column: String) throws -> AnalysisPeriod {
        let text = try text(column)
        guard let period = AnalysisPeriod(text) else { throw NoPeriod(text: text) }
        return period
    }
}
