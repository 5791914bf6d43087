import Kernel
import Persistence

/// Evidence of reports and findings on excuses, by task.
enum EvidenceRows {
    static func insert(_ evidence: ReportEvidence, of key: TaskKey, in access: any WriteAccess) throws {
        var matter: [SQLValue] = [.null, .null, .null, .null]
        switch evidence.matter {
        case .file(let mediaType, let size_bytes, let sha256):
            matter = [.text(mediaType), .integer(size_bytes), .digest(sha256), .null]
        case .fact(let fact): matter[3] = .integer(fact)
        }
        try access.execute(
            """
            INSERT INTO governance_evidence
              (policy, task, number, month, name, media_type, size_bytes, sha256, fact, author, filed_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            [.code(key.policy), .int(key.number), .int(evidence.number), .month(evidence.month), .text(evidence.name)]
                + matter + [.text(evidence.author), .instant(evidence.filedAt)])
    }

    static func insert(_ finding: ToleranceFinding, of key: TaskKey, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_tolerance (policy, task, number, finding, document, met, note, author, found_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            [
                .code(key.policy), .int(key.number), .int(finding.number), .text(finding.finding.rawValue),
                .text(finding.document), .text(finding.met.map(\.rawValue).sorted().joined(separator: " ")),
                .text(finding.note), .text(finding.author), .instant(finding.foundAt),
            ])
    }

    /// The evidence of a policy's tasks, or of one.
    static func evidence(
        _ arguments: [SQLValue], _ access: any ReadAccess
    ) throws -> [(task: Int, evidence: ReportEvidence)] {
        try access.rows(
            """
            SELECT task, number, month, name, media_type, size_bytes, sha256, fact, author, filed_at_ms
            FROM governance_evidence WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) ORDER BY task, number
            """, arguments
        ).map { row in
            let matter: ReportEvidence.Matter =
                if let fact = try row.optional("fact", Row.int64) {
                    .fact(fact)
                } else {
                    .file(
                        mediaType: try row.text("media_type"), size_bytes: try row.int64("size_bytes"),
                        sha256: try row.digest("sha256"))
                }
            return (
                try row.int("task"),
                ReportEvidence(
                    number: try row.int("number"), month: try row.month("month"), name: try row.text("name"),
                    matter: matter, author: try row.text("author"), filedAt: try row.instant("filed_at_ms"))
            )
        }
    }

    /// The findings on a policy's tasks, or on one.
    static func findings(
        _ arguments: [SQLValue], _ access: any ReadAccess
    ) throws -> [(task: Int, finding: ToleranceFinding)] {
        try access.rows(
            """
            SELECT task, number, finding, document, met, note, author, found_at_ms
            FROM governance_tolerance WHERE policy = ?1 AND (?2 IS NULL OR task = ?2) ORDER BY task, number
            """, arguments
        ).map { row in
            let met = try row.text("met").split(separator: " ").compactMap {
                ToleranceFinding.Condition(rawValue: String($0))
            }
            return (
                try row.int("task"),
                ToleranceFinding(
                    number: try row.int("number"), finding: try row.choice("finding"),
                    document: try row.text("document"), met: Set(met), note: try row.text("note"),
                    author: try row.text("author"), foundAt: try row.instant("found_at_ms"))
            )
        }
    }
}
