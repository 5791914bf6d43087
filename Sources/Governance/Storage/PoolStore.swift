import Kernel
import Persistence

/// The reserve pool.
enum PoolStore {
    /// What a list asks for.
    struct Filter: Sendable {
        var stage: PoolStage?
        var region: RegionCode?
    }

    static func insert(_ project: PoolProject, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_pool
              (project, name, region, sort, unit, total_fen, bonds_fen, government_fen, social_fen, bank_fen, note,
               entered_on, stage)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            """,
            [
                .int(project.number), .text(project.name), .place(project.region), .text(project.sort.rawValue),
                .text(project.unit), .integer(project.totalFen),
            ] + project.planFen.map { .integer($0) } + [
                .text(project.note), .date(project.enteredOn), .text(project.stage.rawValue),
            ])
    }

    static func insert(_ step: PoolProject.Step, of project: Int, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_pool_step (project, step, stage, day, note, author)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """,
            [
                .int(project), .int(step.number), .text(step.stage.rawValue), .date(step.day), .text(step.note),
                .text(step.author),
            ])
        try access.execute(
            "UPDATE governance_pool SET stage = ?2 WHERE project = ?1", [.int(project), .text(step.stage.rawValue)])
    }

    static func insert(_ money: PoolProject.Money, of project: Int, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_pool_money (project, entry, source, amount_fen, belongs_to, document, day, author)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """,
            [
                .int(project), .int(money.number), .text(money.source.rawValue), .integer(money.amountFen),
                money.belongsTo.map(SQLValue.int) ?? .null, .text(money.document), .date(money.day),
                .text(money.author),
            ])
    }

    /// The number of the project of this name in a region; nil for none.
    static func number(named name: String, in region: RegionCode?, _ access: any ReadAccess) throws -> Int? {
        try access.row(
            "SELECT project FROM governance_pool WHERE name = ?1 AND region = ?2", [.text(name), .place(region)]
        )?.int("project")
    }

    /// The number that comes next.
    static func nextNumber(_ access: any ReadAccess) throws -> Int {
        (try access.row("SELECT project FROM governance_pool ORDER BY project DESC LIMIT 1")?.int("project") ?? 0) + 1
    }

    /// Projects behind a number, at most so many, by their numbers.
    static func projects(
        _ filter: Filter = Filter(), behind number: Int = 0, limit: Int = .max, seen sight: BoardSight = .board,
        in access: any ReadAccess
    ) throws -> [PoolProject] {
        try access.rows(
            """
            SELECT project, name, region, sort, unit, total_fen, bonds_fen, government_fen, social_fen, bank_fen,
              note, entered_on, stage, \(Self.sums)
            FROM governance_pool p
            WHERE project > ?1 AND (?2 IS NULL OR stage = ?2) AND (?3 IS NULL OR region = ?3) AND \(sight.condition)
            ORDER BY project LIMIT ?4
            """,
            [.int(number), .optionalText(filter.stage?.rawValue), .code(filter.region), .int(limit)]
        ).map(project)
    }

    /// One project; nil for none.
    static func project(
        _ number: Int, seen sight: BoardSight = .board, in access: any ReadAccess
    ) throws -> PoolProject? {
        try projects(behind: number - 1, limit: 1, seen: sight, in: access).first { $0.number == number }
    }

    private static let sums = ProjectRecord.Source.allCases.map { source in
        """
        (SELECT COALESCE(SUM(amount_fen), 0) FROM governance_pool_money m
          WHERE m.project = p.project AND source = '\(source.rawValue)') AS secured_\(source.rawValue)
        """
    }.joined(separator: ", ")

    private static func project(_ row: Row) throws -> PoolProject {
        PoolProject(
            number: try row.int("project"), name: try row.text("name"), region: try row.place("region"),
            sort: try row.choice("sort"), unit: try row.text("unit"), totalFen: try row.int64("total_fen"),
            planFen: try ProjectRecord.Source.allCases.map { try row.int64("\($0.rawValue)_fen") },
            note: try row.text("note"), enteredOn: try row.date("entered_on"), stage: try row.choice("stage"),
            securedFen: try ProjectRecord.Source.allCases.map { try row.int64("secured_\($0.rawValue)") })
    }

    /// The stages that a project came to, in their order.
    static func steps(of project: Int, in access: any ReadAccess) throws -> [PoolProject.Step] {
        try access.rows(
            "SELECT step, stage, day, note, author FROM governance_pool_step WHERE project = ?1 ORDER BY step",
            [.int(project)]
        ).map { row in
            .init(
                number: try row.int("step"), stage: try row.choice("stage"), day: try row.date("day"),
                note: try row.text("note"), author: try row.text("author"))
        }
    }

    /// What was secured for a project, in its order.
    static func money(of project: Int, in access: any ReadAccess) throws -> [PoolProject.Money] {
        try access.rows(
            """
            SELECT entry, source, amount_fen, belongs_to, document, day, author FROM governance_pool_money
            WHERE project = ?1 ORDER BY entry
            """, [.int(project)]
        ).map { row in
            .init(
                number: try row.int("entry"), source: try row.choice("source"),
                amountFen: try row.int64("amount_fen"), belongsTo: try row.optional("belongs_to", Row.int),
                document: try row.text("document"), day: try row.date("day"), author: try row.text("author"))
        }
    }

    /// The totals by stage, each stage once.
    static func totals(
        in region: RegionCode?, seen sight: BoardSight = .board, _ access: any ReadAccess
    ) throws -> [PoolProject.Total] {
        let rows = try access.rows(
            """
            SELECT stage, COUNT(*) AS projects, SUM(total_fen) AS total_fen,
              SUM((SELECT COALESCE(SUM(amount_fen), 0) FROM governance_pool_money m
                WHERE m.project = p.project)) AS secured_fen
            FROM governance_pool p WHERE (?1 IS NULL OR region = ?1) AND \(sight.condition) GROUP BY stage
            """, [.code(region)]
        ).map { row in
            PoolProject.Total(
                stage: try row.choice("stage"), projects: try row.int("projects"),
                totalFen: try row.int64("total_fen"), securedFen: try row.int64("secured_fen"))
        }
        return PoolStage.allCases.map { stage in
            rows.first { $0.stage == stage }
                ?? .init(stage: stage, projects: 0, totalFen: 0, securedFen: 0)
        }
    }
}
