import Facts
import Kernel
import Persistence
import Testing

@testable import Supervision

/// Data that was sent again and took a case's exceedance away: refused, the case goes on upon what it was first told.
struct DataRefusalTests {
    private let id = CaseID(checked: "2026-0001")
    private let found = SupervisionStage.found("EX1", at: "O1", hours: 3)

    private func changed(hours: Int, _ cause: JudgingCause = .value) -> ExceedanceChanged {
        ExceedanceChanged(
            episode: found.episode, extent: CaseExample.extent(hours: hours), decision: DecisionID(checked: "D2"),
            cause: cause)
    }

    private func withdrawn(_ cause: JudgingCause = .value) -> ExceedanceWithdrawn {
        ExceedanceWithdrawn(
            episode: found.episode, decision: DecisionID(checked: "D3"), mergedInto: nil, cause: cause)
    }

    /// A case in a state, whose three hours became one, and then none.
    private func stage(
        at state: CaseState = .ordered, replaced: [ReplacedValue] = [.example], by cause: JudgingCause = .value
    ) async throws -> SupervisionStage {
        let stage = try await SupervisionStage(replaced: replaced)
        try await stage.tell(found)
        try await stage.walk(id, to: state)
        try await stage.tell(changed(hours: 1, cause))
        try await stage.tell(withdrawn(cause))
        return stage
    }

    /// What was ordered upon goes and comes back, or is split, as another exceedance.
    @Test(arguments: [(hours: 3, later: 0, cases: 1), (1, 2, 1), (2, 3, 2)])
    func `an hour that an open case was told of opens no other case`(hours: Int, later: Int64, cases: Int) async throws
    {
        let stage = try await stage()
        try await stage.tell(SupervisionStage.found("EX9", at: "O1", hours: hours, later: later))
        let subject = try #require(try await stage.subject(id))
        #expect(subject.episodes.contains { $0.episode.text == "EX9" } == (cases == 1))
        #expect(try await stage.kinds().count { $0 == CaseOpened.kind } == cases)
        #expect(try await stage.differences() == [])
    }

    @Test func `a refusal brings back the duty of the state, upon the hours first told`() async throws {
        let stage = try await stage()
        let dismissal = "supervision.dismiss city-officer"
        #expect(try await stage.openDuties() == [dismissal])
        let due = try await stage.subject(id)?.rectifyBy.map { Instant(startOf: $0.adding(days: 1)) }
        try await stage.take(.refuseData, on: id)
        let subject = try #require(try await stage.subject(id))
        #expect(try await stage.openDuties() == ["supervision.report enterprise-manager"])
        #expect(subject.state == .ordered && !subject.isWithdrawn && subject.extent == found.extent)
        #expect(subject.due == due && due != nil)
        #expect(try await stage.differences() == [])
        // It goes on, and each paper says so.
        try await stage.take(.report, on: id)
        stage.clock.pass(hours: 24)
        for (action, outcome) in [(CaseAction.handOver, nil), (.recheck, "true"), (.close, nil)] {
            try await stage.take(action, on: id, outcome: outcome)
            let step = try #require(try await stage.subject(id)?.steps.last)
            #expect(step.form["data_refused"]?.contains("按首报数据认定；理由：理由；所涉数据：二氧化硫") == true)
            #expect(step.form["stated_count"] == "3" && step.form["stated_withdrawn"] == nil)
        }
        #expect(try await stage.subject(id)?.state == .closed)
        // The same news again is none.
        try await stage.tell(withdrawn())
        #expect(try await stage.openDuties() == [])
        #expect(try await stage.differences() == [])
    }

    @Test func `a refused case is qualified as usual, and what is told later of it counts`() async throws {
        let stage = try await stage(at: .checked)
        await #expect(throws: CaseRefusal.nothingToConfirm) { try await stage.take(.qualify, on: id) }
        try await stage.take(.refuseData, on: id)
        try await stage.take(.qualify, on: id)
        #expect(try await stage.subject(id)?.state == .confirmed)
        try await stage.tell(changed(hours: 2))
        #expect(try await stage.subject(id)?.extent.hours == 2)
        try await stage.tell(withdrawn())
        #expect(try await stage.openDuties() == ["supervision.dismiss city-officer"])
        let news = try await stage.database.read { try CaseNews.read(of: id, in: $0) }
        #expect(news.contains { $0.what.zh.hasPrefix("重新上传的数据不予采信，超标按首报数据成立：自 2026-11-23 07:00 起 3 个均值") })
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: [([], .value), ([.example], .mark), ([.example], .setAside)] as [([ReplacedValue], JudgingCause)])
    func `what went by a mark, or without data sent again, is not refused`(
        replaced: [ReplacedValue], cause: JudgingCause
    ) async throws {
        let stage = try await stage(replaced: replaced, by: cause)
        let before = try await stage.state()
        await #expect(throws: CaseRefusal.notResent) { try await stage.take(.refuseData, on: id) }
        #expect(try await stage.state() == before)
    }

    @Test(arguments: [
        "UPDATE supervision_episode SET upheld = NULL",
        "UPDATE supervision_episode SET upheld = CAST(REPLACE(CAST(upheld AS TEXT), 's\":3', 's\":2') AS BLOB)",
    ])
    func `a touched refusal is found by verify`(tampering: String) async throws {
        let stage = try await stage()
        try await stage.take(.refuseData, on: id)
        #expect(try await stage.database.write { try $0.execute(tampering) } > 0)
        #expect(try await !stage.differences().isEmpty)
    }
}
