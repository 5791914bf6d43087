import Facts
import Kernel
import Persistence
import TestMaterial
import Testing

@testable import Supervision

struct CaseDeskTests {
    private let id = CaseID(checked: "2026-0001")

    @Test func `an exceedance opens one case with one duty, however often it is told`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.tell(SupervisionStage.found())
        try await stage.database.write { access in _ = try access.execute("DELETE FROM journal_cursor") }
        try await stage.deliver()
        let opened = try #require(try await stage.subject(id))
        #expect(opened.state == .found && opened.steps.isEmpty && opened.openedAt == CaseExample.opened)
        #expect(opened.due == CaseExample.opened.adding(minutes: 15))
        #expect(try await stage.openDuties() == ["supervision.warn city-officer"])
        #expect(try await stage.kinds().filter { $0 == CaseOpened.kind }.count == 1)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `cases are numbered within the year in which they are opened`() async throws {
        let stage = try await SupervisionStage()
        for episode in ["EX1", "EX2"] { try await stage.tell(SupervisionStage.found(episode)) }
        stage.clock.pass(hours: 39 * 24 - 10)
        stage.clock.pass(hours: -1)
        try await stage.tell(SupervisionStage.found("EX3"))
        stage.clock.pass(hours: 1)
        try await stage.tell(SupervisionStage.found("EX4"))
        let numbers = try await stage.database.read { access in
            try CaseStore.page(
                CaseFilter(states: CaseState.allCases, after: nil), scope: .city, limit: 9, in: access
            ).map(\.id.text)
        }
        #expect(numbers == ["2027-0001", "2026-0003", "2026-0002", "2026-0001"])
    }

    @Test(arguments: ClosedLoop.openStates + [.closed])
    func `a case walks to every state with one duty at a time, and everything holds after each step`(
        state: CaseState
    ) async throws {
        let stage = try await SupervisionStage(marks: RecordingMarks())
        try await stage.tell(SupervisionStage.found())
        for (action, outcome) in CaseExample.way(to: state) {
            let before = try #require(try await stage.subject(id))
            let duty = try #require(ClosedLoop.duty(of: before))
            #expect(try await stage.openDuties() == ["supervision.\(duty.action.rawValue) \(duty.role.rawValue)"])
            try await stage.take(action, on: id, outcome: outcome)
            if action == .order { try await stage.serve(id) }
            stage.clock.pass(hours: 24)
            #expect(try await stage.differences().isEmpty)
        }
        let after = try #require(try await stage.subject(id))
        let way = CaseExample.way(to: state)
        #expect(after.state == state && after.steps.count == way.count + way.count { $0.0 == .order })
        #expect(try await stage.openDuties().count == (state == .closed ? 0 : 1))
        #expect((after.due == nil) == (state == .closed))
        #expect(try await stage.kinds().filter { $0 == CaseStepTaken.kind }.count == after.steps.count)
    }

    @Test func `later evidence is noted once and moves nothing, a withdrawal does not close`() async throws {
        let stage = try await SupervisionStage()
        let episode = EpisodeID(checked: "EX1")
        let longer = ExceedanceChanged(
            episode: episode, extent: CaseExample.extent(hours: 5), decision: DecisionID(checked: "D2"))
        let withdrawn = ExceedanceWithdrawn(episode: episode, decision: DecisionID(checked: "D3"), mergedInto: nil)
        let stranger = ExceedanceWithdrawn(
            episode: EpisodeID(checked: "EX9"), decision: DecisionID(checked: "D4"), mergedInto: nil)
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: .answered)
        let before = try #require(try await stage.subject(id))
        for fact in [longer, longer] { try await stage.tell(fact) }
        let changed = try #require(try await stage.subject(id))
        #expect(changed.extent == longer.extent && !changed.isWithdrawn)
        for fact in [withdrawn, withdrawn, stranger] { try await stage.tell(fact) }
        let after = try #require(try await stage.subject(id))
        #expect(after.extent == longer.extent && after.isWithdrawn)
        #expect(after.state == before.state && after.steps == before.steps)
        #expect(try await stage.openDuties() == ["supervision.dismiss city-officer"])
        #expect(try await stage.kinds().filter { $0 == CaseEvidenceChanged.kind }.count == 2)
        #expect(try await stage.differences().isEmpty)
    }

    @Test(arguments: ClosedLoop.openStates)
    func `of two who act at once exactly one succeeds, the other is told`(state: CaseState) async throws {
        let stage = try await SupervisionStage(marks: RecordingMarks())
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: state)
        let before = try #require(try await stage.subject(id))
        let duty = try #require(ClosedLoop.duty(of: before))
        let outcomes = await withTaskGroup(of: String.self) { group in
            for number in 1...2 {
                group.addTask { [id] in
                    do {
                        let actor = CaseExample.actor(duty.role, "P\(number)")
                        try await stage.take(duty.action, on: id, seenStep: before.steps.count, by: actor)
                        return "taken"
                    } catch { return "\(error)" }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let after = try #require(try await stage.subject(id))
        #expect(outcomes.contains("taken") && outcomes.contains("\(CaseRefusal.overtaken(state: after.state))"))
        #expect(after.steps.count == before.steps.count + 1)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `a form sent twice is refused, and a refused step changes nothing`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.take(.warn, on: id, seenStep: 0)
        let before = try await stage.state()
        await #expect(throws: CaseRefusal.overtaken(state: .warned)) {
            try await stage.take(.warn, on: id, seenStep: 0)
        }
        await #expect(throws: CaseRefusal.wrongState(action: .close, state: .warned)) {
            try await stage.take(.close, on: id)
        }
        await #expect(throws: CaseRefusal.wrongRole(needed: .enterpriseManager)) {
            try await stage.take(.answer, on: id, by: CaseExample.actor(.cityOfficer))
        }
        #expect(try await stage.state() == before)
    }

    /// Random scopes beside the rule of the Kernel: out of sight is not found, for every role and action.
    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `a case out of scope does not exist, whatever the role`(seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let (enterprises, regions) = (["E1", "E2"], ["330602", "330603", "330681"])
        let stage = try await SupervisionStage()
        for number in 1...4 {
            try await stage.tell(
                SupervisionStage.found("EX\(number)"), enterprise: enterprises.randomElement(using: &chance) ?? "",
                region: regions.randomElement(using: &chance) ?? "")
        }
        let some = Set(regions.filter { _ in Bool.random(using: &chance) }.map { RegionCode(checked: $0) })
        let scopes: [Scope] = [.city, .regions(some), .enterprise(EnterpriseID(checked: "E1")), .nothing]
        for scope in scopes {
            for number in 1...4 {
                let id = CaseID(checked: "2026-000\(number)")
                let subject = try #require(try await stage.subject(id))
                let isInSight = scope.allows(region: subject.region, enterprise: subject.enterprise)
                for role in Role.allCases {
                    let refusal = await #expect(throws: CaseRefusal.self, "seed \(seed)") {
                        try await stage.take(
                            .close, on: id, seenStep: 99, by: CaseExample.actor(role, scope: scope))
                    }
                    #expect((refusal != .notFound) == isInSight, "seed \(seed): \(scope) \(role)")
                }
            }
            let shown = try await stage.database.read { try stage.room.openCases(scope: scope, limit: 9, in: $0) }
            let all = try await stage.database.read { try stage.room.openCases(scope: .city, limit: 9, in: $0) }
            var expected: [CaseSummary] = []
            for summary in all {
                let subject = try #require(try await stage.subject(summary.id))
                if scope.allows(region: subject.region, enterprise: subject.enterprise) { expected.append(summary) }
            }
            #expect(shown == expected, "seed \(seed): \(scope)")
        }
    }
}
