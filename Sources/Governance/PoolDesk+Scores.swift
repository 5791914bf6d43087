import Facts
import Kernel
import Persistence

extension PoolDesk {
    /// What the score of a project rests on now.
    func scoreInput(_ project: PoolProject, in access: any ReadAccess) throws -> PoolScoreRule.Input {
        let records = try TaskStore.records(of: figures.policy, in: access)
        let tasks = figures.tasks[project.sort.rawValue] ?? []
        return PoolScoreRule.Input(
            project: project.number, stage: project.stage.rawValue, totalFen: project.totalFen,
            securedFen: project.allSecuredFen,
            tasks: tasks.map { task in
                let light = (records[task]?.light?.light ?? .grey).rawValue
                return .init(task: task, light: light, points: figures.fit_points[light] ?? 0)
            },
            weights: figures.weights, maturity_points: figures.maturity_points[project.stage.rawValue] ?? 0)
    }

    /// Scores a project anew. A decision is kept when it comes to another score than the one before.
    func rescore(_ number: Int, at now: Instant, in access: any WriteAccess) throws {
        guard let project = try PoolStore.project(number, in: access) else { return }
        let input = try scoreInput(project, in: access)
        let known = try PoolStore.scores(in: access)[number]
        guard known?.score_hundredths != PoolScoreRule.decide(input).outcome.score_hundredths else { return }
        let (id, outcome) = try work.tasks.decisions.decide(
            by: PoolScoreRule.self, on: input, about: Self.reference(number), enterprise: nil, region: project.region,
            at: now, in: access)
        try PoolStore.keep(
            PoolScore(project: number, score_hundredths: outcome.score_hundredths, decision: id), in: access)
    }

    /// The projects whose score would be another one now, because a task that they serve stands differently.
    func moved(in access: any ReadAccess) throws -> [Int] {
        let known = try PoolStore.scores(in: access)
        return try PoolStore.projects(in: access).filter { project in
            let outcome = PoolScoreRule.decide(try scoreInput(project, in: access)).outcome
            return known[project.number]?.score_hundredths != outcome.score_hundredths
        }.map(\.number)
    }
}
