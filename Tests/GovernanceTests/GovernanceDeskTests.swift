import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

struct GovernanceDeskTests {
    @Test func `the shipped policy is entered once, as a fact, and verifies`() async throws {
        let stage = try await GovernanceStage()
        try await stage.room.enterShippedPolicy()
        let entries = try await stage.database.read { access in
            try Journal.newest(kinds: [PolicyEntered.kind], scope: .city, limit: 9, in: access)
        }
        let fact = try #require(try entries.first?.fact(PolicyEntered.self))
        #expect(entries.count == 1 && fact.tasks == 70 && fact.investmentFen == 1_054_013_000_000)
        #expect(try await stage.differences() == [])
    }

    @Test func `a duty about a task says which one, whose and of which month`() async throws {
        let stage = try await GovernanceStage()
        let policy = GovernanceStage.task.policy
        let named = try await stage.database.read { access in
            try ["T11.2026-10", "T63", "T99.2026-10"].map { try stage.room.dutyPlace("\(policy).\($0)", in: access) }
        }
        #expect(
            named.map(\.?.zh) == [
                "任务 11 全力建设制造业绿色发展标杆地 · 市经信局 · 2026-10", "任务 63 探索多元化投融资渠道,积极向上争取专项债… · 市财政局等",
                "任务 99 · 2026-10",
            ])
        #expect(named[1]?.en == "task 63 探索多元化投融资渠道,积极向上争取专项债… · 市财政局 and others")
    }

    @Test func `a task is walked from its assignment over reports and reviews to its lights`() async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        #expect(try await stage.record().light?.reason == .nothingReported)
        try stage.clock.stand(on: "2026-10-02")
        try await stage.room.watch.look()
        // September ends on a Wednesday; five working days later it is 7 October (weekends alone are off here).
        #expect(try await stage.duties() == ["governance.report 2026-09 2026-10-08 00:00"])
        try await stage.report("2026-09")
        #expect(try await stage.duties() == ["governance.review 2026-09 2026-10-10 00:00"])
        #expect(try await stage.record().light?.reason == .nothingAccepted)
        try await stage.review("2026-09", .returned)
        #expect(try await stage.record().light?.reason == .returned)
        try await stage.report("2026-09", .atRisk)
        try await stage.review("2026-09", .accepted)
        #expect(try await stage.record().reports.map(\.attempt) == [1, 2])
        #expect(try await stage.record().light?.reason == .atRisk)
        #expect(try await stage.duties() == [])
        try stage.clock.stand(on: "2026-11-20")
        try await stage.room.watch.look()
        #expect(try await stage.record().light?.reason == .reportMissing)
        try await stage.target(2026)
        try await stage.report("2026-10", .fulfilled)
        try await stage.review("2026-10", .accepted)
        #expect(try await stage.record().light?.reason == .fulfilled)
        #expect(try await stage.differences() == [])
        // The target of the year is fulfilled, not the task: the next year asks anew.
        try stage.clock.stand(on: "2027-01-20")
        try await stage.room.watch.look()
        #expect(try await stage.record().light?.light == .red)
        #expect(try await stage.differences() == [])
    }

    @Test func `a missed report is a fact, and a task that is done owes none`() async throws {
        let stage = try await GovernanceStage()
        try await stage.take(GovernanceStage.ended)
        try stage.clock.stand(on: "2026-10-20")
        try await stage.room.watch.look()
        let watch = DutyWatch(database: stage.database, journal: stage.journal, clock: stage.clock)
        #expect(try await watch.markMissed() == 1)
        #expect(try await stage.record(GovernanceStage.ended).light?.reason == .deadlineOver)
        try await stage.report("2026-09", .fulfilled, on: GovernanceStage.ended)
        try await stage.review("2026-09", .accepted, of: GovernanceStage.ended)
        #expect(try await stage.duties(GovernanceStage.ended) == [])
        #expect(try await stage.record(GovernanceStage.ended).light?.light == .green)
        #expect(try await stage.differences() == [])
    }

    @Test func `milestones and an extension change the light, and the journal tells them`() async throws {
        let stage = try await GovernanceStage()
        let key = GovernanceStage.ended
        try await stage.take(key)
        #expect(try await stage.record(key).light?.reason == .deadlineOver)
        let (later, due) = (try #require(CivilDate("2027-06-30")), try #require(CivilDate("2026-09-30")))
        try await stage.desk { desk, now, access in
            try desk.extend(
                key, to: later, by: "领导小组纪要〔2026〕3号（示例）", because: "方案待定", doer: GovernanceStage.office, at: now,
                in: access)
            try desk.set(milestone: "印发方案", due: due, of: key, by: GovernanceStage.lead, at: now, in: access)
        }
        #expect(try await stage.record(key).light?.reason == .extended)
        try stage.clock.stand(on: "2026-10-01")
        try await stage.room.watch.look()
        #expect(try await stage.record(key).light?.reason == .milestoneDue)
        try await stage.desk { desk, now, access in
            try desk.reach(
                milestone: 1, of: key, on: due, evidence: "文号", by: GovernanceStage.lead, at: now, in: access)
        }
        #expect(try await stage.record(key).light?.reason == .extended)
        #expect(try await stage.differences() == [])
    }

    @Test func `a unit speaks only for its own tasks`() async throws {
        let stage = try await GovernanceStage()
        await #expect(throws: GovernanceRefusal.unknownUnit("市不存在局")) {
            try await stage.desk { desk, now, access in
                try desk.bind("市不存在局", to: "LEAD", by: .system("test"), at: now, in: access)
            }
        }
        await #expect(throws: GovernanceRefusal.unknownOrganisation) {
            try await stage.desk { desk, now, access in
                try desk.bind(GovernanceStage.unit, to: "NOBODY", by: .system("test"), at: now, in: access)
            }
        }
        try await stage.take()
        for (unit, refusal) in [
            ("市不存在局", GovernanceRefusal.noSuchUnit("市不存在局", lead: [GovernanceStage.unit])),
            ("市水利局", .noLeadUnit("市水利局", lead: [GovernanceStage.unit])),
        ] {
            await #expect(throws: refusal) {
                try await stage.desk { desk, now, access in
                    try desk.assign(
                        GovernanceStage.task, to: GovernanceStage.lead.person, of: unit, by: GovernanceStage.office,
                        at: now, in: access)
                }
            }
        }
        await #expect(throws: GovernanceRefusal.notTheLead(lead: [GovernanceStage.unit])) {
            try await stage.report("2026-09", by: GovernanceStage.stranger)
        }
        await #expect(throws: GovernanceRefusal.personElsewhere(unit: GovernanceStage.unit)) {
            try await stage.desk { desk, now, access in
                try desk.assign(
                    GovernanceStage.task, to: GovernanceStage.stranger.person, of: GovernanceStage.unit,
                    by: GovernanceStage.office, at: now, in: access)
            }
        }
    }

    @Test func `months are reported on once, when they are there`() async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.desk { desk, now, access in
            try desk.bind(GovernanceStage.unit, to: "LEAD", by: .system("test"), at: now, in: access)
        }
        await #expect(throws: GovernanceRefusal.notAssigned) { try await stage.report("2026-09") }
        try await stage.take()
        let september = try #require(CivilMonth("2026-09"))
        await #expect(throws: GovernanceRefusal.monthBefore(first: september)) { try await stage.report("2026-08") }
        await #expect(throws: GovernanceRefusal.monthToCome(last: september.adding(-1))) {
            try await stage.report("2026-09")
        }
        try stage.clock.stand(on: "2026-10-02")
        try await stage.report("2026-09")
        await #expect(throws: GovernanceRefusal.monthTwice(september)) { try await stage.report("2026-09") }
        try await stage.review("2026-09", .accepted)
        await #expect(throws: GovernanceRefusal.noOpenReport) { try await stage.review("2026-09", .accepted) }
        await #expect(throws: GovernanceRefusal.monthTwice(september)) { try await stage.report("2026-09") }
    }

    @Test func `nobody reviews their own report`() async throws {
        let stage = try await GovernanceStage()
        try await stage.desk { desk, now, access in
            try desk.bind(GovernanceStage.unit, to: "BUREAU", by: .system("test"), at: now, in: access)
            try desk.assign(
                GovernanceStage.task, to: GovernanceStage.office.person, of: GovernanceStage.unit,
                by: GovernanceStage.office, at: now, in: access)
        }
        try stage.clock.stand(on: "2026-10-02")
        try await stage.report("2026-09", by: GovernanceStage.office)
        await #expect(throws: GovernanceRefusal.ownReport) { try await stage.review("2026-09", .accepted) }
    }

    @Test func `days out of reach are refused`() async throws {
        let stage = try await GovernanceStage()
        try await stage.take(GovernanceStage.ended)
        let (last, tomorrow) = (try #require(CivilDate("2020-12-31")), stage.clock.now().civil.date.adding(days: 1))
        await #expect(throws: GovernanceRefusal.beyondDeadline(last: last)) {
            try await stage.desk { desk, now, access in
                try desk.set(
                    milestone: "印发", due: last.adding(days: 1), of: GovernanceStage.ended, by: GovernanceStage.lead,
                    at: now, in: access)
            }
        }
        await #expect(throws: GovernanceRefusal.notLater(than: last)) {
            try await stage.desk { desk, now, access in
                try desk.extend(
                    GovernanceStage.ended, to: last, by: "纪要", because: "因", doer: GovernanceStage.office, at: now,
                    in: access)
            }
        }
        await #expect(throws: GovernanceRefusal.noEnd) {
            try await stage.desk { desk, now, access in
                try desk.extend(
                    GovernanceStage.task, to: tomorrow, by: "纪要", because: "因", doer: GovernanceStage.office, at: now,
                    in: access)
            }
        }
        try await stage.extend(GovernanceStage.ended, to: "2027-06-30")
        try await stage.desk { desk, now, access in
            try desk.set(
                milestone: "印发", due: tomorrow, of: GovernanceStage.ended, by: GovernanceStage.lead, at: now,
                in: access)
        }
        let set = stage.clock.now().civil.date
        await #expect(throws: GovernanceRefusal.reachedBefore(first: set)) {
            try await stage.desk { desk, now, access in
                try desk.reach(
                    milestone: 1, of: GovernanceStage.ended, on: set.adding(days: -1), evidence: "文号",
                    by: GovernanceStage.lead, at: now, in: access)
            }
        }
        await #expect(throws: GovernanceRefusal.dayToCome) {
            try await stage.desk { desk, now, access in
                try desk.reach(
                    milestone: 1, of: GovernanceStage.ended, on: tomorrow, evidence: "文号", by: GovernanceStage.lead,
                    at: now, in: access)
            }
        }
    }
}
