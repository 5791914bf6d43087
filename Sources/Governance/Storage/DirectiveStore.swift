import Facts
import Kernel
import Persistence

/// Directives as they were issued, and what was answered.
enum DirectiveStore {
    static func insert(
        _ document: DirectiveDocument, content: [UInt8], by author: String, at now: Instant,
        in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_directive (kind, year, number, content, sha256, author, issued_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            document.key.arguments + [
                .blob(content), .digest(Digest256(of: content)), .text(author), .instant(now),
            ])
    }

    static func insert(_ answer: DirectiveAnswer, to key: DirectiveKey, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_directive_answer
              (kind, year, number, item, attempt, unit, answer, evidence, author, filed_at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """,
            key.arguments + [
                .int(answer.item), .int(answer.attempt), .text(answer.unit), .text(answer.text),
                answer.evidence.map { .integer($0) } ?? .null, .text(answer.author), .instant(answer.filedAt),
            ])
    }

    static func judge(
        _ answer: DirectiveAnswer, to key: DirectiveKey, _ judgement: DirectiveAnswer.Judgement,
        in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            UPDATE governance_directive_answer
            SET verdict = ?6, note = ?7, again = ?8, judge = ?9, judged_at_ms = ?10
            WHERE kind = ?1 AND year = ?2 AND number = ?3 AND item = ?4 AND attempt = ?5
            """,
            key.arguments + [
                .int(answer.item), .int(answer.attempt), .text(judgement.verdict.rawValue), .text(judgement.note),
                judgement.again.map { .date($0) } ?? .null, .text(judgement.author), .instant(judgement.at),
            ])
    }

    /// The directive of a key; nil for none, or for whoever sees nothing of the work.
    static func directive(
        _ key: DirectiveKey, seen sight: BoardSight = .board, in access: any ReadAccess
    ) throws -> Directive? {
        try directives(kind: key.kind, seen: sight, in: access).first { $0.key == key }
    }

    /// The directives that somebody sees, of one kind or of all, the newest first.
    static func directives(
        kind: DirectiveKind? = nil, seen sight: BoardSight = .board, in access: any ReadAccess
    ) throws -> [Directive] {
        var answers: [DirectiveKey: [DirectiveAnswer]] = [:]
        try access.forEachRow(
            """
            SELECT kind, year, number, item, attempt, unit, answer, evidence, author, filed_at_ms, verdict, note, again,
              judge, judged_at_ms
            FROM governance_directive_answer WHERE (?1 IS NULL OR kind = ?1) AND \(sight.condition)
            ORDER BY kind, year, number, item, attempt
            """, [.optionalText(kind?.rawValue)]
        ) { row in answers[try key(row), default: []].append(try answer(row)) }
        return try access.rows(
            """
            SELECT kind, year, number, content, sha256, author, issued_at_ms FROM governance_directive
            WHERE (?1 IS NULL OR kind = ?1) AND \(sight.condition)
            ORDER BY issued_at_ms DESC, kind, year DESC, number DESC
            """, [.optionalText(kind?.rawValue)]
        ).map { row in
            var directive = Directive(
                document: try CanonicalJSON.value(DirectiveDocument.self, from: try row.blob("content")),
                sha256: try row.digest("sha256"), author: try row.text("author"),
                issuedAt: try row.instant("issued_at_ms"), answers: answers[try key(row)] ?? [])
            if directive.document.setsTasks {
                let code = PolicyCode(checked: directive.key.description)
                directive.tasks = try TaskStore.records(of: code, seen: sight, in: access)
            }
            return directive
        }
    }

    /// A directive as it is kept, its bytes unread.
    struct Kept: Sendable {
        let key: DirectiveKey
        let content: [UInt8]
        let sha256: Digest256
        let author: String
        let issuedAt: Instant
    }

    /// Every directive as it is kept.
    static func contents(_ access: any ReadAccess) throws -> [Kept] {
        try access.rows(
            """
            SELECT kind, year, number, content, sha256, author, issued_at_ms FROM governance_directive
            ORDER BY kind, year, number
            """
        ).map { row in
            Kept(
                key: try key(row), content: try row.blob("content"), sha256: try row.digest("sha256"),
                author: try row.text("author"), issuedAt: try row.instant("issued_at_ms"))
        }
    }

    /// The highest number of a kind in a year; 0 before the first.
    static func lastNumber(_ kind: DirectiveKind, in year: Int, _ access: any ReadAccess) throws -> Int {
        try access.row(
            "SELECT COALESCE(MAX(number), 0) AS last FROM governance_directive WHERE kind = ?1 AND year = ?2",
            [.text(kind.rawValue), .int(year)])?.int("last") ?? 0
    }

    private static func key(_ row: Row) throws -> DirectiveKey {
        DirectiveKey(kind: try row.choice("kind"), year: try row.int("year"), number: try row.int("number"))
    }

    private static func answer(_ row: Row) throws -> DirectiveAnswer {
        var answer = DirectiveAnswer(
            item: try row.int("item"), attempt: try row.int("attempt"), unit: try row.text("unit"),
            text: try row.text("answer"), evidence: try row.optional("evidence", Row.int64),
            author: try row.text("author"), filedAt: try row.instant("filed_at_ms"))
        if let verdict: ReviewVerdict = try row.optional("verdict", Row.choice) {
            answer.judgement = .init(
                verdict: verdict, note: try row.text("note"), again: try row.optional("again", Row.date),
                author: try row.text("judge"), at: try row.instant("judged_at_ms"))
        }
        return answer
    }
}

extension DirectiveKey {
    /// `?1`, `?2` and `?3` of every statement about a directive.
    fileprivate var arguments: [SQLValue] { [.text(kind.rawValue), .int(year), .int(number)] }
}
