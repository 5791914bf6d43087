import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

/// A light improves only by what the office accepted, and worsens at once.
struct AcceptedLightTests {
    private static func stage() async throws -> GovernanceStage {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        return stage
    }

    private static func reason(_ stage: GovernanceStage, on day: String? = nil) async throws -> LightReason? {
        if let day { try stage.clock.stand(on: day) }
        try await stage.room.watch.look()
        return try await stage.record().light?.reason
    }

    @Test func `a worse standing counts when it is said, a better one when it is accepted`() async throws {
        let stage = try await Self.stage()
        try stage.clock.stand(on: "2026-10-02")
        try await stage.report("2026-09")
        #expect(try await Self.reason(stage) == .nothingAccepted)
        try await stage.review("2026-09", .accepted)
        #expect(try await Self.reason(stage) == .onTrack)
        try stage.clock.stand(on: "2026-11-02")
        try await stage.report("2026-10", .late)
        #expect(try await Self.reason(stage) == .statedLate)
        // Saying it better in another attempt lifts nothing before it is accepted.
        try await stage.review("2026-10", .returned)
        try await stage.report("2026-10", .onTrack)
        #expect(try await Self.reason(stage) == .statedLate)
        try await stage.review("2026-10", .accepted)
        #expect(try await Self.reason(stage) == .onTrack)
        #expect(try await stage.differences() == [])
    }

    @Test func `a returned month is missing behind its new day, and one that came late until it is accepted`()
        async throws
    {
        let stage = try await Self.stage()
        try stage.clock.stand(on: "2026-10-02")
        try await stage.report("2026-09")
        try await stage.review("2026-09", .returned)
        #expect(try await Self.reason(stage, on: "2026-10-09") == .returned)
        #expect(try await Self.reason(stage, on: "2026-10-12") == .reportMissing)
        try await stage.report("2026-09")
        #expect(try await Self.reason(stage) == .reportMissing)
        try await stage.review("2026-09", .accepted)
        #expect(try await Self.reason(stage) == .onTrack)
        #expect(try await stage.differences() == [])
    }

    @Test func `a light names the facts that it rests on, and replays`() async throws {
        let stage = try await Self.stage()
        try stage.clock.stand(on: "2026-10-02")
        try await stage.report("2026-09")
        try await stage.review("2026-09", .accepted)
        try stage.clock.stand(on: "2026-11-02")
        try await stage.report("2026-10", .late)
        let light = try #require(try await stage.record().light)
        let (kinds, version, steps) = try await stage.database.read { access in
            let decision = try #require(try DecisionLog.decision(light.decision, scope: .city, in: access))
            let facts = try CanonicalJSON.value(LightGround.self, from: decision.input).facts ?? []
            return (
                try facts.map { try Journal.entry($0, in: access)?.kind }, decision.ruleVersion, try decision.steps()
            )
        }
        let (taken, said) = (PolicyTaskAssigned.kind, PolicyTaskReported.kind)
        #expect(kinds == [taken, said, PolicyReportReviewed.kind, said] && version == 3)
        #expect(steps.last?.zh.hasPrefix("依据事实 ") == true)
        #expect(try await stage.differences() == [])
    }

    @Test func `a claim of fulfilment lifts no red light, and its deadline explains the light anew`() async throws {
        let (stage, key) = (try await Self.stage(), GovernanceStage.ended)
        try await stage.take(key)
        try stage.clock.stand(on: "2026-10-02")
        try await stage.report("2026-09", .fulfilled, on: key)
        #expect(try await stage.record(key).light?.reason == .deadlineOver)
        let before = try #require(try await stage.record(key).light?.decision)
        // Still over, but by another deadline: the decision behind the light names it.
        try await stage.extend(key, to: "2026-09-30")
        let light = try #require(try await stage.record(key).light)
        #expect(light.reason == .deadlineOver && light.decision != before)
        let ground = try await stage.database.read { access in
            try DecisionLog.decision(light.decision, scope: .city, in: access).map {
                try CanonicalJSON.value(LightGround.self, from: $0.input)
            }
        }
        #expect(ground?.lastDay == CivilDate("2026-09-30") && ground?.day == CivilDate("2026-10-02"))
        #expect(try await stage.differences() == [])
    }
}
