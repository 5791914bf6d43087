import Kernel
import Persistence

/// Documents of reforms.
enum ReformStore {
    static func insert(_ document: ReformDocument, of policy: PolicyCode, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_document (policy, reform, document, title, unit, due, review_years, sort, series)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            """,
            [
                .code(policy), .int(document.reform), .int(document.number), .text(document.title),
                .text(document.unit), .date(document.due), .int(document.reviewYears),
                .text(document.sort.rawValue), .text(document.series),
            ])
    }

    static func insert(
        _ step: ReformDocument.Step, of document: ReformDocument, _ policy: PolicyCode, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_document_step (policy, reform, document, step, stage, day, note, author)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            [
                .code(policy), .int(document.reform), .int(document.number), .int(step.number),
                .text(step.stage.rawValue), .date(step.day), .text(step.note), .text(step.author),
            ])
    }

    /// The documents of a policy's reforms, or of one.
    static func documents(
        of policy: PolicyCode, reform: Int? = nil, in access: any ReadAccess
    ) throws -> [ReformDocument] {
        let arguments: [SQLValue] = [.code(policy), reform.map { .int($0) } ?? .null]
        var documents = try access.rows(
            """
            SELECT reform, document, title, unit, due, review_years, sort, series FROM governance_document
            WHERE policy = ?1 AND (?2 IS NULL OR reform = ?2) ORDER BY reform, document
            """, arguments
        ).map { row in
            ReformDocument(
                reform: try row.int("reform"), number: try row.int("document"), title: try row.text("title"),
                unit: try row.text("unit"), due: try row.date("due"), reviewYears: try row.int("review_years"),
                sort: try row.choice("sort"), series: try row.text("series"))
        }
        let places = Dictionary(
            documents.enumerated().map { ("\($1.reform) \($1.number)", $0) }, uniquingKeysWith: { first, _ in first })
        try access.forEachRow(
            """
            SELECT reform, document, step, stage, day, note, author FROM governance_document_step
            WHERE policy = ?1 AND (?2 IS NULL OR reform = ?2) ORDER BY reform, document, step
            """, arguments
        ) { row in
            let (reform, number) = (try row.int("reform"), try row.int("document"))
            let step = ReformDocument.Step(
                number: try row.int("step"), stage: try row.choice("stage"), day: try row.date("day"),
                note: try row.text("note"), author: try row.text("author"))
            if let place = places["\(reform) \(number)"] { documents[place].steps.append(step) }
        }
        return documents
    }
}
