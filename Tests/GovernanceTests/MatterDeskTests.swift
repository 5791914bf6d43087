import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

/// What units owe beside their reports on tasks.
struct MatterDeskTests {
    private static let policy = GovernanceStage.task.policy
    private static let owner = "市财政局"

    /// Project 4 belongs to the stage's unit; another one is to solve what stands in its way.
    private static func stage() async throws -> GovernanceStage {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        try await stage.desk { desk, now, access in
            try desk.bind(owner, to: "BANK", by: .system("test"), at: now, in: access)
        }
        try await project(.name(unit: GovernanceStage.unit), by: GovernanceStage.office, stage)
        return stage
    }

    private static func project(
        _ act: ProjectAct, by doer: UnitMember = GovernanceStage.lead, _ stage: GovernanceStage
    ) async throws {
        try await stage.desk { desk, now, access in
            try WorkDesk(tasks: desk).take(act, on: 4, of: policy, by: doer, at: now, in: access)
        }
    }

    /// The open duties of a place, after the watch has looked twice.
    private static func duties(_ prefix: String, _ stage: GovernanceStage) async throws -> [String] {
        try await stage.room.watch.look()
        try await stage.room.watch.look()
        return try await stage.database.read { access in
            try DutyBook.all(beginningWith: prefix, in: access).filter { $0.state == .open }.map { duty in
                "\(duty.kind) \(duty.due.civil.date)"
            }
        }
    }

    @Test func `the owner of an obstacle or a need hears of it, and answers itself`() async throws {
        let stage = try await Self.stage()
        let day = try #require(CivilDate("2026-09-10"))
        try await Self.project(.obstacle("用地（示例）", owner: Self.owner, due: day.adding(days: 5), raised: nil), stage)
        try await Self.project(.ask(.land, what: "二期（示例）", amount: "4", owner: Self.owner, on: day), stage)
        let prefix = "\(Self.policy).P4.O1"
        #expect(try await Self.duties(prefix, stage) == ["governance.solve 2026-09-16"])
        #expect(try await Self.duties("\(Self.policy).P4.N1", stage) == ["governance.grant 2026-10-11"])
        let asked = try await stage.database.read { access in
            let policy = try #require(try stage.room.desk.shelf.policy(Self.policy, in: access))
            return try MatterDesk(tasks: stage.room.desk).matters(of: policy, at: stage.clock.now(), in: access)
        }
        #expect(asked.filter { $0.unit == Self.owner }.map(\.what) == ["用地（示例）", "二期（示例）"])
        // Behind its day the office is called on.
        try stage.clock.stand(on: "2026-09-17")
        #expect(
            try await Self.duties(prefix, stage) == [
                "governance.solve 2026-09-16", "governance.press-matter 2026-09-23",
            ])
        await #expect(throws: WorkRefusal.notItsUnit(GovernanceStage.unit)) {
            try await Self.project(.place(longitude: "120", latitude: "30"), by: GovernanceStage.stranger, stage)
        }
        try await Self.project(.solve(1, on: day, how: "已批（示例）"), by: GovernanceStage.stranger, stage)
        try await Self.project(.grant(1, on: day, document: "批复（示例）"), by: GovernanceStage.stranger, stage)
        #expect(try await Self.duties("\(Self.policy).P4.", stage).filter { !$0.contains("project-report") } == [])
        #expect(try await stage.differences() == [])
    }

    @Test func `a milestone, a project's month and a document remind their unit and end with what is done`()
        async throws
    {
        let stage = try await Self.stage()
        let (key, due) = (GovernanceStage.task, try #require(CivilDate("2026-10-25")))
        try await stage.desk { desk, now, access in
            try desk.set(milestone: "印发", due: due, of: key, by: GovernanceStage.lead, at: now, in: access)
            try WorkDesk(tasks: desk).take(
                ReformAct.enter(title: "办法（示例）", unit: Self.owner, due: due, reviewYears: 3), on: 1,
                of: Self.policy, by: GovernanceStage.office, at: now, in: access)
        }
        let (milestone, document) = ("\(key.reference).M1", "\(Self.policy).R1.F1")
        // More than 30 days ahead nobody is reminded yet.
        #expect(try await Self.duties(milestone, stage) + Self.duties(document, stage) == [])
        try stage.clock.stand(on: "2026-10-01")
        #expect(try await Self.duties(milestone, stage) == ["governance.milestone 2026-10-26"])
        #expect(try await Self.duties(document, stage) == ["governance.document 2026-10-26"])
        let month = "\(Self.policy).P4.2026-09"
        #expect(try await Self.duties(month, stage) == ["governance.project-report 2026-10-08"])
        try await Self.project(
            .report(
                CivilMonth(due).adding(-1), planned: "1", done: ["1", "", "", ""], progress_percent: "5",
                note: "进展（示例）",
                reason: ""), stage)
        #expect(try await Self.duties(month, stage) == [])
        try await stage.desk { desk, now, access in
            try desk.reach(
                milestone: 1, of: key, on: now.civil.date, evidence: "文号", by: GovernanceStage.lead, at: now,
                in: access)
        }
        #expect(try await Self.duties(milestone, stage) == [])
        // The last day of a long-term task's year comes near.
        try stage.clock.stand(on: "2026-12-05")
        #expect(try await Self.duties("\(key.reference).D", stage) == ["governance.deadline 2027-01-01"])
        #expect(
            try await Self.duties(document, stage) == [
                "governance.document 2026-10-26", "governance.press-matter 2026-12-10",
            ])
        #expect(try await stage.differences() == [])
    }
}
