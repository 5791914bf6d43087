import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

/// Tasks that several units lead, and what is taken back.
struct SharedTaskTests {
    /// A task of two units, taken up by the first.
    private static func stage() async throws -> (stage: GovernanceStage, key: TaskKey, units: [String]) {
        let stage = try await GovernanceStage()
        let policy = try #require(try ShippedFile.policy().document)
        let task = try #require(policy.tasks.first { $0.leadUnits.count == 2 && $0.kind == .longTerm })
        let (key, units) = (TaskKey(policy: policy.meta.code, number: task.number), task.leadUnits)
        try stage.clock.stand(on: "2026-09-10")
        try await stage.desk { desk, now, access in
            try desk.bind(units[0], to: "LEAD", by: .system("test"), at: now, in: access)
            try desk.bind(units[1], to: "BANK", by: .system("test"), at: now, in: access)
        }
        try await Self.take(.assign(GovernanceStage.lead.person, unit: units[0]), GovernanceStage.lead, key, stage)
        return (stage, key, units)
    }

    private static func take(
        _ act: PolicyAct, _ doer: UnitMember, _ key: TaskKey, _ stage: GovernanceStage
    ) async throws {
        try await stage.desk { desk, now, access in
            try desk.take(act, on: key, by: doer.person, at: now, in: access)
        }
    }

    @Test func `the report is the accountable unit's, and the other one adds to it`() async throws {
        let (stage, key, units) = try await Self.stage()
        let (other, month) = (GovernanceStage.stranger, try #require(CivilMonth("2026-09")))
        let said = PolicyAct.report(
            SaidOfMonth(month: month, standing: .onTrack, progress: "办结", evidence: "文号"))
        let added = PolicyAct.contribute(month, text: "配合（示例）", evidence: "文号")
        await #expect(throws: GovernanceRefusal.monthToCome(last: month.adding(-1))) {
            try await Self.take(added, other, key, stage)
        }
        try stage.clock.stand(on: "2026-10-02")
        await #expect(throws: GovernanceRefusal.notAccountable(units[0])) {
            try await Self.take(said, other, key, stage)
        }
        try await Self.take(added, other, key, stage)
        await #expect(throws: GovernanceRefusal.contributedAlready(month)) {
            try await Self.take(added, other, key, stage)
        }
        await #expect(throws: GovernanceRefusal.isAccountable(units[0])) {
            try await Self.take(added, GovernanceStage.lead, key, stage)
        }
        try await Self.take(said, GovernanceStage.lead, key, stage)
        await #expect(throws: GovernanceRefusal.notAccountable(units[0])) {
            try await Self.take(.cite(month, fact: 1), other, key, stage)
        }
        let record = try await stage.record(key)
        #expect(record.contributions.map(\.unit) == [units[1]] && record.reports.map(\.unit) == [units[0]])
        #expect(try await stage.differences() == [])
    }

    @Test func `a task goes to another unit through the office, and to another person freely`() async throws {
        let (stage, key, units) = try await Self.stage()
        let other = GovernanceStage.stranger
        try await Self.take(.assign(GovernanceStage.deputy.person, unit: units[0]), GovernanceStage.lead, key, stage)
        #expect(try await stage.record(key).assignment?.person == GovernanceStage.deputy.person)
        await #expect(throws: GovernanceRefusal.notAccountable(units[0])) {
            try await Self.take(.assign(GovernanceStage.lead.person, unit: units[0]), other, key, stage)
        }
        try await Self.take(.assign(other.person, unit: units[1]), other, key, stage)
        let asked = try await stage.record(key)
        #expect(asked.assignment?.unit == units[0] && asked.takeover?.unit == units[1])
        await #expect(throws: GovernanceRefusal.askedAlready(unit: units[1])) {
            try await Self.take(.assign(other.person, unit: units[1]), other, key, stage)
        }
        func duties() async throws -> [String] {
            try await stage.database.read { access in
                try DutyBook.all(beginningWith: key.reference, in: access).filter { $0.state == .open }.map(\.kind)
            }
        }
        #expect(try await duties() == ["governance.assign"])
        #expect(try await stage.differences() == [])
        try await Self.take(.assign(other.person, unit: units[1]), GovernanceStage.office, key, stage)
        let given = try await stage.record(key)
        #expect(given.assignment?.unit == units[1] && given.takeover == nil)
        #expect(try await duties() == [])
        #expect(try await stage.differences() == [])
    }

    @Test func `the accountable unit sets milestones ahead, and a mistaken one is taken back`() async throws {
        let (stage, key, units) = try await Self.stage()
        let lead = GovernanceStage.lead
        func set(_ day: String, by doer: UnitMember = lead) async throws {
            try await Self.take(
                .setMilestone(title: "印发（示例）", due: try #require(CivilDate(day))), doer, key, stage)
        }
        let (this, next) = (try #require(CivilDate("2026-12-31")), try #require(CivilDate("2027-12-31")))
        await #expect(throws: GovernanceRefusal.notAccountable(units[0])) {
            try await set("2026-12-01", by: GovernanceStage.stranger)
        }
        await #expect(throws: GovernanceRefusal.milestoneGone(first: try #require(CivilDate("2026-09-10")))) {
            try await set("2026-09-09")
        }
        await #expect(throws: GovernanceRefusal.beyondDeadline(last: this, isLongTerm: true)) {
            try await set("2027-01-15")
        }
        try await stage.target(2027, on: key)
        try await set("2027-01-15")
        await #expect(throws: GovernanceRefusal.beyondDeadline(last: next, isLongTerm: true)) {
            try await set("2028-01-01")
        }
        try await set("2026-09-30")
        try await stage.room.watch.look()
        try stage.clock.stand(on: "2026-10-01")
        try await stage.room.watch.look()
        #expect(try await stage.record(key).light?.reason == .milestoneDue)
        await #expect(throws: GovernanceRefusal.notAccountable(units[0])) {
            try await Self.take(
                .reachMilestone(2, on: this.adding(days: -99), evidence: "x"), GovernanceStage.stranger, key, stage)
        }
        let back = PolicyAct.counter(.setting(2), document: "撤〔2026〕2号（示例）", reason: "日期误填")
        try await Self.take(back, GovernanceStage.office, key, stage)
        let record = try await stage.record(key)
        #expect(record.light?.reason == .nothingReported && record.openMilestones.map(\.number) == [1])
        #expect(try await stage.duties(key).filter { $0.contains("milestone") || $0.contains("press") } == [])
        await #expect(throws: GovernanceRefusal.nothingToTakeBack) {
            try await Self.take(back, GovernanceStage.office, key, stage)
        }
        await #expect(throws: GovernanceRefusal.noSuchMilestone) {
            try await Self.take(.reachMilestone(2, on: this.adding(days: -99), evidence: "x"), lead, key, stage)
        }
        #expect(try await stage.differences() == [])
    }

    @Test func `an extension, a milestone and an acceptance are taken back, and count no more`() async throws {
        let (stage, key) = (try await GovernanceStage(), GovernanceStage.ended)
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take(key)
        let furthest = try #require(CivilDate("2036-12-31"))
        await #expect(throws: GovernanceRefusal.tooFar(last: furthest)) {
            try await stage.extend(key, to: "2037-01-01")
        }
        try await stage.extend(key, to: "2036-12-31")
        let due = try #require(CivilDate("2026-09-10"))
        try await Self.take(.setMilestone(title: "印发", due: due), GovernanceStage.lead, key, stage)
        try await Self.take(.reachMilestone(1, on: due, evidence: "文号"), GovernanceStage.lead, key, stage)
        try stage.clock.stand(on: "2026-10-02")
        try await stage.report("2026-09", .fulfilled, on: key)
        try await stage.review("2026-09", .accepted, of: key)
        #expect(try await stage.record(key).light?.reason == .fulfilled)
        let month = try #require(CivilMonth("2026-09"))
        func back(_ act: CounteredAct, by doer: UnitMember = GovernanceStage.office) async throws {
            try await Self.take(.counter(act, document: "撤〔2026〕1号（示例）", reason: "误登"), doer, key, stage)
        }
        await #expect(throws: GovernanceRefusal.officeOnly) {
            try await back(.milestone(1), by: GovernanceStage.lead)
        }
        try await back(.acceptance(month))
        #expect(try await stage.record(key).light?.reason == .waitsForReview)
        #expect(try await stage.duties(key).map { String($0.prefix(25)) } == ["governance.review 2026-09"])
        try await back(.milestone(1))
        #expect(try await stage.record(key).milestones.first?.reachedOn == nil)
        try await back(.extension(1))
        #expect(try await stage.record(key).light?.reason == .deadlineOver)
        for act in [CounteredAct.acceptance(month), .milestone(1), .extension(1), .extension(2)] {
            await #expect(throws: GovernanceRefusal.nothingToTakeBack) { try await back(act) }
        }
        #expect(try await stage.record(key).takenBack.map(\.act.sort) == [.acceptance, .milestone, .extension])
        #expect(try await stage.differences() == [])
        _ = try await stage.database.write { try $0.execute("UPDATE governance_taken_back SET reason = 'x'") }
        #expect(try await stage.differences().count == 1)
    }
}
