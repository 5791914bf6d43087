import Facts
import Kernel
import Persistence
import Testing

@testable import Supervision

/// A request for more time from its asking to its decision: whose duty it is, on which clock, and what ends it.
struct RequestCourseTests {
    private let id = CaseID(checked: "2026-0001")
    private static let asked = [
        "supervision.decide-time branch-officer", "supervision.report enterprise-manager",
    ]
    private static let later = ["until": "2026-12-20"]

    /// A case that was ordered, and whose enterprise asked for more time on Sunday 2026-11-29 at 10:00.
    private func stage() async throws -> SupervisionStage {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: .ordered)
        try await stage.take(.askTime, on: id, changing: Self.later)
        return stage
    }

    private func states(of kind: String, _ stage: SupervisionStage) async throws -> [Duty.State] {
        try await stage.database.read { access in
            try DutyBook.all(beginningWith: id.text, in: access).filter { $0.kind == kind }.map(\.state)
        }
    }

    @Test(arguments: ["true", "false"])
    func `a request is a duty of the branch for three working days, done by its decision`(granted: String) async throws
    {
        let stage = try await stage()
        #expect(try await stage.openDuties() == Self.asked)
        #expect(try await stage.subject(id)?.request?.due.civil.minuteText == "2026-12-03 00:00")
        #expect(try await stage.differences().isEmpty)
        try await stage.take(.decideTime, on: id, outcome: granted)
        #expect(try await stage.openDuties() == ["supervision.report enterprise-manager"])
        #expect(try await states(of: CaseDesk.requestKind, stage) == [.done])
        #expect(try await stage.subject(id)?.request == nil)
        #expect(try await stage.differences().isEmpty)
        // Each further request owes a decision of its own.
        try await stage.take(.askTime, on: id, changing: ["until": "2026-12-22"])
        #expect(try await states(of: CaseDesk.requestKind, stage).filter { $0 == .open }.count == 1)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `a request nobody decides is missed and goes to the city once, and the branch may still decide`()
        async throws
    {
        let stage = try await stage()
        try await stage.look(afterHours: 24 * 4)
        let kinds = try await stage.kinds()
        #expect(Array(kinds.suffix(2)) == [DutyMissed.kind, CaseEscalated.kind])
        #expect(
            try await stage.openDuties().sorted() == [
                "supervision.decide-time city-officer", "supervision.report enterprise-manager",
            ])
        let late = try #require(try await stage.subject(id))
        #expect(late.request?.isOvertime == true && !late.isOvertime && late.raises == 0)
        #expect(try await stage.differences().isEmpty)
        try await stage.look(afterHours: 24 * 4)
        #expect(try await stage.kinds().filter { $0 == CaseEscalated.kind }.count == 1)
        let role: Role = .branchOfficer
        for actor in [CaseExample.actor(.cityOfficer, "P1"), CaseExample.actor(role, "P1")] {
            #expect(ClosedLoop.openActions(of: late, by: actor.role, at: stage.clock.now()).contains(.decideTime))
        }
        try await stage.take(.decideTime, on: id, by: CaseExample.actor(.cityOfficer, "P1"), outcome: "true")
        #expect(try await stage.openDuties() == ["supervision.report enterprise-manager"])
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `the decision outlives the term of the order, and is lifted with what it was asked for`() async throws {
        let stage = try await stage()
        try await stage.look(afterHours: 24 * 11)
        #expect(
            try await stage.openDuties().sorted() == [
                "supervision.decide-time city-officer", "supervision.recheck branch-officer",
            ])
        #expect(try await stage.differences().isEmpty)
        try await stage.take(.report, on: id)
        #expect(try await stage.openDuties() == ["supervision.recheck branch-officer"])
        #expect(try await states(of: CaseDesk.requestKind, stage).contains(.done) == false)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `while nothing stands no decision is owed; when something stands again its clock begins anew`()
        async throws
    {
        let stage = try await stage()
        let episode = EpisodeID(checked: "EX1")
        try await stage.look(afterHours: 24 * 4)
        try await stage.tell(
            ExceedanceWithdrawn(episode: episode, decision: DecisionID(checked: "D2"), mergedInto: nil))
        #expect(try await stage.openDuties() == ["supervision.dismiss city-officer"])
        #expect(try await stage.subject(id)?.request == nil)
        #expect(try await stage.differences().isEmpty)
        stage.clock.pass(hours: 24)
        try await stage.tell(
            ExceedanceChanged(episode: episode, extent: CaseExample.extent(), decision: DecisionID(checked: "D3")))
        // Friday 2026-12-04: Monday, Tuesday, Wednesday.
        #expect(try await stage.openDuties().sorted() == Self.asked)
        #expect(try await stage.subject(id)?.request?.due.civil.minuteText == "2026-12-10 00:00")
        #expect(try await stage.differences().isEmpty)
    }

    @Test(arguments: [
        ("UPDATE duty SET state = 'lifted', settled_at_ms = 0 WHERE kind = 'supervision.decide-time'", true),
        ("UPDATE duty SET role = 'city-officer' WHERE kind = 'supervision.decide-time'", true),
        ("UPDATE duty SET reference = '2026-0009' WHERE kind = 'supervision.decide-time'", true),
        ("UPDATE supervision_case SET request_due_ms = NULL", false),
        ("UPDATE supervision_case SET request_overtime = 1", false),
        ("UPDATE supervision_case SET request_due_ms = request_due_ms + 1", false),
    ])
    func `a touched duty or clock of a request is found`(tampering: String, isOfDuties: Bool) async throws {
        let stage = try await stage()
        #expect(try await stage.database.write { try $0.execute(tampering) } > 0)
        let title =
            isOfDuties
            ? "each open request for more time has exactly one duty with one owner"
            : "clocks of requests for more time are as they were journalled"
        let found = try await stage.differences()
        #expect(found.contains { $0.hasPrefix(title) }, "\(found)")
    }

    @Test func `a request that was open before requests had a clock is due with the order's term`() async throws {
        let old = Schema(
            tables: [],
            migrations: [
                .supervision0001CreateCases, .supervision0002OpenBranches, .supervision0003KeepEvidence,
                .supervision0004WarnBeforeDue, .supervision0005OweDismissals, .supervision0006ReopenCases,
            ])
        let stage = try await SupervisionStage(schema: old) { _, access in
            for (number, more) in [(1, [CaseAction.askTime]), (2, [.askTime, .decideTime]), (3, [])] {
                try Self.insert(number, steps: [.order] + more, in: access)
            }
        }
        let found = try await stage.database.read { access in
            try DutyBook.open(scope: .city, limit: 9, in: access).map { "\($0.reference) \($0.kind)" }
        }
        let due = try await stage.subject(id)?.request?.due
        #expect(found == ["2026-0001 supervision.decide-time"] && due == CaseExample.opened.adding(hours: 300))
        try await stage.take(.decideTime, on: id, outcome: "false")
        #expect(try await stage.openDuties().isEmpty)
    }

    private static func insert(_ number: Int, steps: [CaseAction], in access: any WriteAccess) throws {
        let (subject, opened) = (CaseID(checked: "2026-000\(number)"), CaseExample.opened)
        try access.execute(
            """
            INSERT INTO supervision_case (case_id, year, number, outlet_id, enterprise_id, region_code, occurrence,
              opened_at_ms, state, due_ms, overtime, raises, city_closes)
            VALUES (?1, 2026, ?2, 'O1', 'E1', '330602', 1, ?3, 'ordered', ?4, 0, 0, 0)
            """, [.code(subject), .int(number), .instant(opened), .instant(opened.adding(hours: 300))])
        try access.execute(
            """
            INSERT INTO supervision_episode (episode_id, case_id, position, outlet_id, pollutant, extent,
              first_hour_ms, averaging, provisional, toxic, withdrawn)
            VALUES (?1, ?2, 1, 'O1', 'a21026', ?3, ?4, 'hour', 0, 0, 0)
            """,
            [
                .text("EX\(number)"), .code(subject),
                .blob(try CanonicalJSON.bytes(of: CaseExample.extent(hours: 1))), .instant(opened),
            ])
        for (index, action) in steps.enumerated() {
            let step = CaseExample.step(action, from: .ordered, to: .ordered, number: index + 1)
            try access.execute(
                """
                INSERT INTO supervision_step (case_id, number, action, from_state, to_state, actor, actor_name, role,
                  at_ms, form, due_ms)
                VALUES (?1, ?2, ?3, 'ordered', 'ordered', 'P1', 'x', 'branch-officer', ?4, ?5, NULL)
                """,
                [
                    .code(subject), .int(step.number), .text(action.rawValue), .instant(step.at),
                    .blob(try CanonicalJSON.bytes(of: step.form)),
                ])
        }
    }
}
