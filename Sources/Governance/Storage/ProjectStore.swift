import Kernel
import Persistence

/// What was said about projects.
enum ProjectStore {
    static func name(_ unit: String, of project: Int, _ policy: PolicyCode, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_project (policy, project, unit) VALUES (?1, ?2, ?3)
            ON CONFLICT (policy, project) DO UPDATE SET unit = ?3
            """, [.code(policy), .int(project), .text(unit)])
    }

    static func insert(
        _ month: ProjectRecord.Month, of project: Int, _ policy: PolicyCode, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_project_month
              (policy, project, month, number, planned_fen, bonds_fen, government_fen, social_fen, bank_fen,
               progress_percent, note, reason, author, filed_at_ms, over_reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            """,
            [.code(policy), .int(project), .month(month.month), .int(month.number), .integer(month.plannedFen)]
                + month.doneFen.map { .integer($0) } + [
                    .int(month.progress_percent), .text(month.note), .optionalText(month.reason),
                    .text(month.author), .instant(month.filedAt), .optionalText(month.overReason),
                ])
    }

    static func insert(
        _ obstacle: ProjectRecord.Obstacle, of project: Int, _ policy: PolicyCode, in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            INSERT INTO governance_obstacle (policy, project, obstacle, what, owner, due, raised_on)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """,
            [
                .code(policy), .int(project), .int(obstacle.number), .text(obstacle.what), .text(obstacle.owner),
                .date(obstacle.due), .date(obstacle.raisedOn),
            ])
    }

    static func solve(
        _ obstacle: Int, on day: CivilDate, how: String, of project: Int, _ policy: PolicyCode,
        in access: any WriteAccess
    ) throws {
        try access.execute(
            """
            UPDATE governance_obstacle SET solved_on = ?4, how = ?5
            WHERE policy = ?1 AND project = ?2 AND obstacle = ?3
            """, [.code(policy), .int(project), .int(obstacle), .date(day), .text(how)])
    }

    /// The records of a policy's projects about which something was said, by number.
    static func records(of policy: PolicyCode, in access: any ReadAccess) throws -> [Int: ProjectRecord] {
        var records: [Int: ProjectRecord] = [:]
        try access.forEachRow(
            "SELECT project, unit FROM governance_project WHERE policy = ?1 ORDER BY project", [.code(policy)]
        ) { row in
            let project = try row.int("project")
            records[project] = ProjectRecord(project: project, unit: try row.text("unit"))
        }
        try access.forEachRow(
            """
            SELECT project, month, number, planned_fen, bonds_fen, government_fen, social_fen, bank_fen,
              progress_percent, note, reason, author, filed_at_ms, over_reason
            FROM governance_project_month WHERE policy = ?1 ORDER BY project, month, number
            """, [.code(policy)]
        ) { row in
            records[try row.int("project")]?.months.append(
                .init(
                    month: try row.month("month"), number: try row.int("number"),
                    plannedFen: try row.int64("planned_fen"),
                    doneFen: try ["bonds_fen", "government_fen", "social_fen", "bank_fen"].map(row.int64),
                    progress_percent: try row.int("progress_percent"), note: try row.text("note"),
                    reason: try row.optional("reason", Row.text),
                    overReason: try row.optional("over_reason", Row.text), author: try row.text("author"),
                    filedAt: try row.instant("filed_at_ms")))
        }
        try access.forEachRow(
            """
            SELECT project, obstacle, what, owner, due, raised_on, solved_on, how FROM governance_obstacle
            WHERE policy = ?1 ORDER BY project, obstacle
            """, [.code(policy)]
        ) { row in
            records[try row.int("project")]?.obstacles.append(
                .init(
                    number: try row.int("obstacle"), what: try row.text("what"), owner: try row.text("owner"),
                    due: try row.date("due"), raisedOn: try row.optional("raised_on", Row.date),
                    solvedOn: try row.optional("solved_on", Row.date), how: try row.optional("how", Row.text)))
        }
        try addNeeds(to: &records, of: policy, in: access)
        try addPictures(to: &records, of: policy, in: access)
        return records
    }
}
