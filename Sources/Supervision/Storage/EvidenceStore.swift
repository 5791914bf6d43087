import Kernel
import Persistence

/// The rows of evidence. Their bytes lie on the shelf.
enum EvidenceStore {
    static func insert(_ file: EvidenceFile, of id: CaseID, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO supervision_evidence (case_id, number, name, media_type, size_bytes, sha256, note, actor,
              actor_name, role, at_ms)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """,
            [
                .code(id), .int(file.number), .text(file.name), .text(file.kind.rawValue), .integer(file.size_bytes),
                .digest(file.sha256), .text(file.note), .code(file.actor), .text(file.actorName),
                .text(file.role.rawValue), .instant(file.at),
            ])
    }

    static func files(of id: CaseID, in access: any ReadAccess) throws -> [EvidenceFile] {
        try access.rows(
            "SELECT \(columns) FROM supervision_evidence WHERE case_id = ?1 ORDER BY number", [.code(id)]
        ).map(file)
    }

    /// Every file with its case, one at a time.
    static func forEach(_ access: any ReadAccess, _ body: (CaseID, EvidenceFile) throws -> Void) throws {
        try access.forEachRow(
            "SELECT case_id, \(columns) FROM supervision_evidence ORDER BY case_id, number", []
        ) { row in try body(row.code("case_id"), file(row)) }
    }

    private static let columns = "number, name, media_type, size_bytes, sha256, note, actor, actor_name, role, at_ms"

    private static func file(_ row: Row) throws -> EvidenceFile {
        EvidenceFile(
            number: try row.int("number"), name: try row.text("name"), kind: try row.choice("media_type"),
            size_bytes: try row.int64("size_bytes"), sha256: try row.digest("sha256"), note: try row.text("note"),
            actor: try row.code("actor"), actorName: try row.text("actor_name"), role: try row.choice("role"),
            at: try row.instant("at_ms"))
    }
}
