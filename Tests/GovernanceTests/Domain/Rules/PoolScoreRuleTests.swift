import Facts
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Governance

struct PoolScoreRuleTests {
    @Test func `GOV-05 scores as the method page works it out`() throws {
        let figures = try PoolScoreFigures(json: ShippedFile.bytes("policy/pool-score.json"))
        let heading = "| stage | secured | total | lights | maturity | funding | fit | score |"
        let table = try RepositoryFile.table(heading, in: "docs/method/governance.md")
        for cells in table {
            let lights = cells[3] == "-" ? [] : cells[3].split(separator: " ").map(String.init)
            let ruling = PoolScoreRule.decide(
                .init(
                    project: 1, stage: cells[0],
                    totalFen: try #require(TenThousandYuan.fen(of: cells[2])),
                    securedFen: try #require(TenThousandYuan.fen(of: cells[1])),
                    tasks: try lights.enumerated().map { place, light in
                        .init(task: place + 1, light: light, points: try #require(figures.fit_points[light]))
                    }, weights: figures.weights, maturity_points: try #require(figures.maturity_points[cells[0]])))
            let outcome = ruling.outcome
            #expect(
                [
                    outcome.maturity_hundredths, outcome.funding_hundredths, outcome.fit_hundredths,
                    outcome.score_hundredths,
                ].map(WeightedPoints.text) == Array(cells.dropFirst(4)))
            #expect(ruling.steps.count == 4)
        }
        #expect(table.count == 4)
    }

    @Test func `a project is scored anew when a task that it serves turns`() async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        let pool = stage.room.poolDesk
        let task = try #require(try ShippedFile.policy().document?.tasks.first { $0.number == 36 })
        try await stage.desk { desk, now, access in
            try desk.bind(task.leadUnits[0], to: "LEAD", by: .system("test"), at: now, in: access)
            try pool.enter(
                SaidPoolProject(
                    name: "能力（示例）", region: "", sort: "capacity", unit: GovernanceStage.unit, total: "100",
                    plan: ["", "", "", ""], note: "内容（示例）"), by: GovernanceStage.office, at: now, in: access)
            // Its last day is long over, so that it is red as soon as somebody answers for it.
            try desk.assign(
                TaskKey(policy: GovernanceStage.task.policy, number: 36), to: GovernanceStage.lead.person,
                of: task.leadUnits[0], by: GovernanceStage.office, at: now, in: access)
        }
        func score() async throws -> Int? {
            try await stage.database.read { try PoolStore.scores(in: $0)[1]?.score_hundredths }
        }
        #expect(try await score() == 2_300)
        try await stage.room.watch.look()
        #expect(try await score() == 3_300)
        #expect(try await stage.differences() == [])
    }
}
