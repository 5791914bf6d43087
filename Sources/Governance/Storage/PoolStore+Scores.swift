import Persistence

extension PoolStore {
    /// Keeps what a project was scored with last.
    static func keep(_ score: PoolScore, in access: any WriteAccess) throws {
        try access.execute(
            """
            INSERT INTO governance_pool_score (project, score_hundredths, decision) VALUES (?1, ?2, ?3)
            ON CONFLICT (project) DO UPDATE SET score_hundredths = ?2, decision = ?3
            """, [.int(score.project), .int(score.score_hundredths), .code(score.decision)])
    }

    /// The scores that stand, by project.
    static func scores(in access: any ReadAccess) throws -> [Int: PoolScore] {
        let rows = try access.rows(
            "SELECT project, score_hundredths, decision FROM governance_pool_score ORDER BY project")
        return Dictionary(
            try rows.map { row in
                let project = try row.int("project")
                return (
                    project,
                    PoolScore(
                        project: project, score_hundredths: try row.int("score_hundredths"),
                        decision: try row.code("decision"))
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}
