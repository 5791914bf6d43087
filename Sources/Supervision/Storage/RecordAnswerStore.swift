import Kernel
import Persistence

/// The rows of answers to records of checks on site. A row is never edited.
enum RecordAnswerStore {
    static func insert(_ answer: RecordAnswer, of id: CaseID, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO supervision_record_answer (case_id, step_number, verdict, words, actor, actor_name, role, at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            [
                .code(id), .int(answer.step), .text(answer.verdict.rawValue), .text(answer.words), .code(answer.actor),
                .text(answer.actorName), .text(answer.role.rawValue), .instant(answer.at),
            ])
    }

    /// The answers of a case by the step that made the record.
    static func answers(of id: CaseID, in access: any ReadAccess) throws -> [Int: RecordAnswer] {
        let rows = try access.rows(
            "SELECT \(columns) FROM supervision_record_answer WHERE case_id = ?1 ORDER BY step_number", [.code(id)])
        return Dictionary(try rows.map(answer).map { ($0.step, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every answer with its case, one at a time.
    static func forEach(_ access: any ReadAccess, _ body: (CaseID, RecordAnswer) throws -> Void) throws {
        try access.forEachRow(
            "SELECT case_id, \(columns) FROM supervision_record_answer ORDER BY case_id, step_number", []
        ) { row in try body(row.code("case_id"), answer(row)) }
    }

    private static let columns = "step_number, verdict, words, actor, actor_name, role, at_ms"

    private static func answer(_ row: Row) throws -> RecordAnswer {
        RecordAnswer(
            step: try row.int("step_number"), verdict: try row.choice("verdict"), words: try row.text("words"),
            actor: try row.code("actor"), actorName: try row.text("actor_name"), role: try row.choice("role"),
            at: try row.instant("at_ms"))
    }
}
