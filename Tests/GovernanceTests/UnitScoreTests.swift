import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

/// What a unit is evaluated by, and what verification finds of a score.
struct UnitScoreTests {
    private static func freeze(_ month: String, _ stage: GovernanceStage) async throws {
        let (desk, now, month) = (stage.room.indicators, stage.clock.now(), try #require(CivilMonth(month)))
        try await stage.database.write { access in
            try desk.freeze(month, by: GovernanceStage.office.person, at: now, in: access)
        }
    }

    /// September and October closed: the report on September was accepted, the one on October says late.
    private static func stage() async throws -> GovernanceStage {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        let (desk, now) = (stage.room.indicators, stage.clock.now())
        try await stage.database.write { access in
            let said = SaidValue(
                indicator: "MU_BENEFIT", region: "", month: "2026-08", value: "31", source: "月报（示例）", reason: "")
            try desk.file(said, by: GovernanceStage.lead, at: now, in: access)
        }
        try stage.clock.stand(on: "2026-10-02")
        try await stage.report("2026-09")
        try await stage.review("2026-09", .accepted)
        try await Self.freeze("2026-09", stage)
        try stage.clock.stand(on: "2026-11-10")
        try await stage.report("2026-10", .late)
        try await Self.freeze("2026-10", stage)
        return stage
    }

    private static func items(_ month: String, _ stage: GovernanceStage) async throws -> [ScoredItem] {
        try await stage.database.read { access in
            let score = try ScoreStore.scores(of: CivilMonth(month), in: .board, access).first {
                $0.subject == GovernanceStage.unit
            }
            let decision = try score.flatMap { try DecisionLog.decision($0.decision, scope: .city, in: access) }
            return try decision.map {
                try CanonicalJSON.value(WeightedScoreRule.Input.self, from: $0.input).items
            } ?? []
        }
    }

    @Test func `a unit's score is made of its month, whatever came later, and names the facts that tell`()
        async throws
    {
        let stage = try await Self.stage()
        // At the end of September nothing was accepted yet; its report came in time.
        let september = try await Self.items("2026-09", stage)
        #expect(september.map(\.value?.description) == [nil, "100", nil])
        // At the end of October the light was green; the report on it came late, and its red light counts elsewhere.
        let october = try await Self.items("2026-10", stage)
        #expect(october.map(\.value?.description) == ["100", "0", nil])
        let kinds = try await stage.database.read { access in
            try (september + october).map { try $0.facts.map { try Journal.entry($0, in: access)?.kind } }
        }
        let (light, report) = (PolicyTaskLightChanged.kind, PolicyTaskReported.kind)
        #expect(kinds == [[], [report], [], [light], [report], []])
        #expect(try await stage.differences() == [])
    }

    @Test func `a unit's score tells task by task what costs it points`() async throws {
        let stage = try await Self.stage()
        let page = try await stage.database.read { access in
            try ScoreStore.scores(of: CivilMonth("2026-10"), in: .board, access)
                .first { $0.subject == GovernanceStage.unit }.flatMap { try stage.room.explained($0, access) }
        }
        let grounds = try #require(page?.grounds)
        let address = "/policy/\(GovernanceStage.task.policy)/tasks/\(GovernanceStage.task.number)"
        #expect(grounds.map(\.item) == ["reports", "lights"] && grounds.map(\.points) == [0, 100])
        #expect(grounds.map(\.found.zh) == ["月报迟报", "绿灯（正常推进）"])
        #expect(Set(grounds.map(\.address)) == [address])
    }

    @Test func `a task that was fulfilled and accepted in time owes no report on the month`() async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-08-20")
        try await stage.take()
        try await stage.take(GovernanceStage.ended)
        try stage.clock.stand(on: "2026-09-02")
        try await stage.report("2026-08", .fulfilled, on: GovernanceStage.ended)
        let (desk, now) = (stage.room.indicators, stage.clock.now())
        try await stage.database.write { access in
            let said = SaidValue(
                indicator: "MU_BENEFIT", region: "", month: "2026-08", value: "31", source: "月报（示例）", reason: "")
            try desk.file(said, by: GovernanceStage.lead, at: now, in: access)
        }
        try stage.clock.stand(on: "2026-09-04")
        try await stage.review("2026-08", .accepted, of: GovernanceStage.ended)
        try stage.clock.stand(on: "2026-10-02")
        try await stage.report("2026-09")
        try stage.clock.stand(on: "2026-10-12")
        try await Self.freeze("2026-09", stage)
        let reports = try #require(try await Self.items("2026-09", stage).first { $0.code == "reports" })
        #expect(reports.value == DecimalNumber(100) && reports.facts.count == 1)
        #expect(try await stage.differences() == [])
    }

    private static let swap = """
        UPDATE governance_score SET decision_id = (
          SELECT other.decision_id FROM governance_score AS other
          WHERE other.kind = 'district' AND other.month = governance_score.month AND other.subject = '330603')
        WHERE kind = 'district' AND subject = '330602' AND month = '2026-09'
        """

    @Test(
        arguments: [
            ("UPDATE governance_score SET subject = '市某局' WHERE kind = 'unit' AND subject = '市经信局'", 4),
            (swap, 1), ("DELETE FROM governance_score WHERE kind = 'dual' AND month = '2026-09'", 3),
            ("UPDATE governance_score SET kind = 'district' WHERE kind = 'dual' AND subject = ''", 4),
            // A report names the first twenty of its differences.
            ("DELETE FROM governance_score WHERE month = '2026-10'", 20),
            ("UPDATE governance_score SET score = 1 WHERE kind = 'unit' AND subject = '市经信局'", 2),
            ("UPDATE governance_month SET frozen_at_ms = frozen_at_ms + 1 WHERE month = '2026-10'", 1),
            ("UPDATE governance_month SET author = 'person:P-OTHER' WHERE month = '2026-10'", 1),
        ])
    func `a score or closed month that was changed, swapped or taken away is found`(
        statement: String, differences: Int
    ) async throws {
        let stage = try await Self.stage()
        _ = try await stage.database.write { try $0.execute(statement) }
        let found = try await stage.differences()
        #expect(found.count == differences, "\(found)")
    }
}
