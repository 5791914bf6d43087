import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

struct DirectiveDeskTests {
    private static func stage() async throws -> GovernanceStage {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        return stage
    }

    private static func issue(
        _ said: SaidDirective, _ stage: GovernanceStage
    ) async throws -> DirectiveKey {
        let (desk, now) = (stage.room.desk, stage.clock.now())
        return try await stage.database.write { access in
            try DirectiveDesk(tasks: desk).issue(said, by: GovernanceStage.office, at: now, in: access)
        }
    }

    private static func answer(
        _ item: Int, of key: DirectiveKey, evidence: Int64? = nil, by doer: UnitMember = GovernanceStage.lead,
        _ stage: GovernanceStage
    ) async throws {
        try await stage.desk { desk, now, access in
            try DirectiveDesk(tasks: desk).answer(
                item, of: key, with: "已整改（示例）", evidence: evidence, by: doer, at: now, in: access)
        }
    }

    private static func judge(
        _ item: Int, of key: DirectiveKey, _ verdict: ReviewVerdict, by doer: UnitMember = GovernanceStage.office,
        _ stage: GovernanceStage
    ) async throws {
        try await stage.desk { desk, now, access in
            try DirectiveDesk(tasks: desk).judge(
                item, of: key, as: verdict, note: "意见（示例）", by: doer, at: now, in: access)
        }
    }

    private static func notice(
        unit: String = GovernanceStage.unit, task: String = "11", term: String = "10",
        findings: String = "问题一（示例）\r\n\r\n问题二（示例）"
    ) -> SaidDirective {
        .inspection(title: "督查（示例）", unit: unit, task: task, term: term, findings: findings)
    }

    private static func minutes(_ decisions: String, heldOn: String = "2026-09-09") throws -> SaidDirective {
        .minutes(
            title: "会议（示例）", heldOn: try #require(CivilDate(heldOn)), participants: "成员（示例）",
            decisions: decisions)
    }

    private static func duties(_ key: DirectiveKey, _ stage: GovernanceStage) async throws -> [String] {
        try await stage.database.read { access in
            try DutyBook.all(beginningWith: key.description + ".", in: access).filter { $0.state == .open }
                .map { "\($0.kind) \($0.reference) \($0.role.rawValue) \($0.due.civil.minuteText)" }
        }
    }

    @Test func `a notice goes from findings by answers to acceptance, each with its duty`() async throws {
        let stage = try await Self.stage()
        let key = try await Self.issue(Self.notice(), stage)
        #expect(key.description == "I-2026-1")
        // Ten working days after Thursday 10 September end with the 24th.
        #expect(
            try await Self.duties(key, stage)
                == [1, 2].map {
                    "governance.correct I-2026-1.\($0) liaison 2026-09-25 00:00"
                })
        try await Self.answer(1, of: key, evidence: 1, stage)
        #expect(
            try await Self.duties(key, stage).sorted() == [
                "governance.correct I-2026-1.2 liaison 2026-09-25 00:00",
                "governance.judge I-2026-1.1 city-officer 2026-09-18 00:00",
            ])
        await #expect(throws: DirectiveRefusal.waits) { try await Self.answer(1, of: key, stage) }
        try await Self.judge(1, of: key, .returned, stage)
        await #expect(throws: DirectiveRefusal.nothingToJudge) { try await Self.judge(1, of: key, .accepted, stage) }
        try await Self.answer(1, of: key, stage)
        try await Self.judge(1, of: key, .accepted, stage)
        await #expect(throws: DirectiveRefusal.isClosed) { try await Self.answer(1, of: key, stage) }
        try stage.clock.stand(on: "2026-09-25")
        try await stage.room.watch.look()
        try await stage.room.watch.look()
        #expect(
            try await Self.duties(key, stage) == [
                "governance.correct I-2026-1.2 liaison 2026-09-25 00:00",
                "governance.press-item I-2026-1.2 city-officer 2026-10-01 00:00",
            ])
        let late = try #require(try await stage.database.read { try DirectiveStore.directive(key, in: $0) })
        let today = stage.clock.now().civil.date
        #expect(late.document.items.map { late.state($0, on: today) } == [.accepted, .late] && !late.isClosed)
        try await Self.answer(2, of: key, stage)
        try await Self.judge(2, of: key, .accepted, stage)
        #expect(try await Self.duties(key, stage) == [])
        #expect(try await stage.database.read { try DirectiveStore.directive(key, in: $0) }?.isClosed == true)
        #expect(try await stage.differences() == [])
    }

    @Test func `minutes turn decisions into tasks of units, and what was issued stays`() async throws {
        let stage = try await Self.stage()
        let said = try Self.minutes("市经信局｜2026-10-31｜事项一（示例）\n 市经信局 | 2026-12-31 | 事项二（示例） ")
        let key = try await Self.issue(said, stage)
        let kept = try #require(try await stage.database.read { try DirectiveStore.directive(key, in: $0) })
        #expect(kept.document.items.map(\.text) == ["事项一（示例）", "事项二（示例）"])
        #expect(
            try await Self.duties(key, stage)
                == [1, 2].map { "governance.assign M-2026-1.T\($0) city-officer 2026-09-18 00:00" })
        await #expect(throws: DirectiveRefusal.issuedTwice(key)) { _ = try await Self.issue(said, stage) }
        #expect(GovernanceRoom.dutyAddress("M-2026-1.2") == "/governance/directives/M-2026-1")
        let named = try await stage.database.read { access in
            try ["M-2026-1.2", "M-2026-1.3", "M-2026-2.1"].map { try stage.room.dutyPlace($0, in: access)?.zh }
        }
        #expect(named == ["会议纪要〔2026〕1号第 2 项 事项二（示例） · 市经信局", nil, nil])
        #expect(try await stage.differences() == [])
        _ = try await stage.database.write { access in
            try access.execute("UPDATE governance_directive SET content = CAST(content || ' ' AS BLOB)", [])
        }
        #expect(try await stage.differences().contains { $0.contains("M-2026-1") })
    }

    @Test func `a decision of minutes is walked as a task, beside those of the policy, to a light that replays`()
        async throws
    {
        let stage = try await Self.stage()
        let decisions = ["2026-12-31", "2026-09-30", "2026-09-20"].map { "市经信局|\($0)|事项（示例）" }
        let key = try await Self.issue(Self.minutes(decisions.joined(separator: "\n")), stage)
        let code = PolicyCode(checked: key.description)
        let (done, late) = (TaskKey(policy: code, number: 1), TaskKey(policy: code, number: 2))
        let early = TaskKey(policy: code, number: 3)
        await #expect(throws: DirectiveRefusal.isTask(1)) { try await Self.answer(1, of: key, stage) }
        for task in [done, late, early] { try await stage.take(task) }
        #expect(try await Self.duties(key, stage) == [])
        let before = try #require(CivilMonth("2026-08"))
        // What ends within its first month does not wait for the month to be over.
        await #expect(throws: GovernanceRefusal.monthToCome(last: before)) {
            try await stage.report("2026-09", on: early)
        }
        try await stage.report("2026-09", .fulfilled, on: early)
        try await stage.review("2026-09", .accepted, of: early)
        #expect(try await stage.record(early).light?.reason == .fulfilled)
        try stage.clock.stand(on: "2026-10-02")
        try await stage.room.watch.look()
        #expect(try await stage.duties(done) == ["governance.report 2026-09 2026-10-08 00:00"])
        try await stage.report("2026-09", on: done)
        try await stage.review("2026-09", .accepted, of: done)
        #expect(try await stage.record(done).light?.reason == .onTrack)
        #expect(try await stage.record(late).light?.reason == .deadlineOver)
        try stage.clock.stand(on: "2026-11-02")
        try await stage.report("2026-10", .fulfilled, on: done)
        try await stage.review("2026-10", .accepted, of: done)
        let light = try await stage.record(done).light
        #expect(light?.light == .green && light?.reason == .fulfilled)
        let today = stage.clock.now().civil.date
        let minutes = try #require(try await stage.database.read { try DirectiveStore.directive(key, in: $0) })
        #expect(minutes.document.items.map { minutes.state($0, on: today) } == [.accepted, .late, .accepted])
        // Neither the policy's tasks nor what is public grew.
        let (tasks, open) = try await stage.database.read { access in
            (try stage.room.tasks(in: access).count, try GovernanceRoom.openItems(on: today, access).count)
        }
        #expect(tasks == 70 && open == 0)
        #expect(try await stage.differences() == [])
    }

    @Test func `a notice whose day was changed is found`() async throws {
        let stage = try await Self.stage()
        _ = try await Self.issue(Self.notice(), stage)
        _ = try await stage.database.write { access in
            try access.execute("UPDATE governance_directive SET issued_at_ms = issued_at_ms - 1", [])
        }
        #expect(try await stage.differences() == ["directive I-2026-1 is not the document that was journalled"])
    }

    @Test func `an answer that was changed behind the journal is found`() async throws {
        let stage = try await Self.stage()
        let key = try await Self.issue(Self.notice(), stage)
        try await Self.answer(1, of: key, stage)
        _ = try await stage.database.write { access in
            try access.execute("UPDATE governance_directive_answer SET answer = 'x'", [])
        }
        #expect(try await stage.differences() == ["the answers to directive I-2026-1 are not what the journal tells"])
    }

    @Test(arguments: [
        (notice(unit: "市不存在局"), DirectiveRefusal.unknownUnit("市不存在局", field: "unit", line: nil)),
        (notice(unit: "市财政局"), .unknownUnit("市财政局", field: "unit", line: nil)),
        (notice(task: "71"), .noSuchTask), (notice(task: "x"), .noSuchTask),
        (notice(task: "1"), .notTheLead(unit: "市经信局", lead: ["市蓝天办"])),
        (notice(term: "0"), .term), (notice(term: "61"), .term), (notice(term: "x"), .term),
        (notice(findings: " \n"), .noItems(field: "findings")),
        (notice(findings: String(repeating: "问\n", count: 21)), .tooManyItems(field: "findings")),
        (notice(findings: "一\n" + String(repeating: "问", count: 501)), .itemTooLong(field: "findings", line: 2)),
    ])
    func `a wrong notice is refused`(said: SaidDirective, refusal: DirectiveRefusal) async throws {
        let stage = try await Self.stage()
        await #expect(throws: refusal) { _ = try await Self.issue(said, stage) }
    }

    @Test func `wrong minutes, and words of the wrong people, are refused`() async throws {
        let stage = try await Self.stage()
        for (decisions, refusal) in [
            ("市经信局|2026-10-31", DirectiveRefusal.decisionForm(line: 1)),
            ("\n市经信局|十月底|事项", .decisionForm(line: 2)),
            ("市不存在局|2026-10-31|事项", .unknownUnit("市不存在局", field: "decisions", line: 1)),
            ("市经信局|2026-09-10|事项", .deadlinePast(line: 1)), ("", .noItems(field: "decisions")),
        ] {
            await #expect(throws: refusal) { _ = try await Self.issue(Self.minutes(decisions), stage) }
        }
        await #expect(throws: DirectiveRefusal.dayToCome) {
            _ = try await Self.issue(Self.minutes("市经信局|2026-10-31|事项", heldOn: "2026-09-11"), stage)
        }
        await #expect(throws: DirectiveRefusal.heldBefore(try #require(CivilDate("2020-06-08")))) {
            _ = try await Self.issue(Self.minutes("市经信局|2026-10-31|事项", heldOn: "2020-06-07"), stage)
        }
        let key = try await Self.issue(Self.notice(), stage)
        await #expect(throws: DirectiveRefusal.anotherUnit("市经信局")) {
            try await Self.answer(1, of: key, by: GovernanceStage.stranger, stage)
        }
        await #expect(throws: DirectiveRefusal.noSuchItem) { try await Self.answer(3, of: key, stage) }
        await #expect(throws: DirectiveRefusal.noSuchFact) {
            try await Self.answer(1, of: key, evidence: 99_999, stage)
        }
        let other = try #require(DirectiveKey("I-2026-9"))
        await #expect(throws: DirectiveRefusal.noSuchDirective) { try await Self.answer(1, of: other, stage) }
        try await Self.answer(1, of: key, stage)
        await #expect(throws: DirectiveRefusal.ownAnswer) {
            try await Self.judge(1, of: key, .accepted, by: GovernanceStage.lead, stage)
        }
    }

    @Test(arguments: ["I-2026", "X-2026-1", "I-2026-0", "I-2026-01", "I-26-1", "I-2026-1-1", ""])
    func `what is no key is none`(text: String) { #expect(DirectiveKey(text) == nil) }
}
