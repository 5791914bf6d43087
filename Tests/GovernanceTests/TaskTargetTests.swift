import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

/// What long-term tasks are to reach in a year.
struct TaskTargetTests {
    private static func take(
        _ act: PolicyAct, by doer: UnitMember = GovernanceStage.lead, on key: TaskKey = GovernanceStage.task,
        _ stage: GovernanceStage
    ) async throws {
        try await stage.desk { desk, now, access in
            try desk.take(act, on: key, by: doer.person, at: now, in: access)
        }
    }

    @Test func `fulfilled speaks of a target that the office agreed to, year by year`() async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        try await stage.take(GovernanceStage.ended)
        func target(_ year: Int, _ indicator: String = "MU_BENEFIT") -> PolicyAct {
            .setTarget(year: year, text: "亩均税收（示例）", indicator: indicator)
        }
        await #expect(throws: GovernanceRefusal.notLongTerm) {
            try await Self.take(target(2026), on: GovernanceStage.ended, stage)
        }
        await #expect(throws: GovernanceRefusal.targetYear(first: 2026, last: 2027)) {
            try await Self.take(target(2025), stage)
        }
        await #expect(throws: GovernanceRefusal.targetIndicator) { try await Self.take(target(2026, "NOBODY"), stage) }
        try stage.clock.stand(on: "2026-10-02")
        await #expect(throws: GovernanceRefusal.noTarget(year: 2026)) { try await stage.report("2026-09", .fulfilled) }
        try await Self.take(target(2026), stage)
        #expect(try await stage.duties().map { String($0.prefix(17)) } == ["governance.target"])
        await #expect(throws: GovernanceRefusal.noTarget(year: 2026)) { try await stage.report("2026-09", .fulfilled) }
        await #expect(throws: GovernanceRefusal.officeOnly) {
            try await Self.take(.confirmTarget(year: 2026), stage)
        }
        try await Self.take(.confirmTarget(year: 2026), by: GovernanceStage.office, stage)
        await #expect(throws: GovernanceRefusal.nothingToConfirm) {
            try await Self.take(.confirmTarget(year: 2026), by: GovernanceStage.office, stage)
        }
        try await stage.report("2026-09", .fulfilled)
        #expect(try await stage.duties().map { String($0.prefix(17)) } == ["governance.review"])
        #expect(try await stage.differences() == [])
        try stage.clock.stand(on: "2026-10-03")
        // Another target of the year is the office's to agree to again.
        try await Self.take(target(2026, ""), stage)
        #expect(try await stage.record().target(of: 2026)?.confirmed == nil)
        #expect(try await stage.differences() == [])
    }
}
