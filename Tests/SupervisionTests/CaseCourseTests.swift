import Facts
import Kernel
import Persistence
import Testing

@testable import Supervision

/// What moves a case beside its steps: time-outs, further exceedances, mergers, requests, the handing over.
struct CaseCourseTests {
    private let id = CaseID(checked: "2026-0001")

    @Test(arguments: ClosedLoop.stands.map(\.state))
    func `a clock that ran out raises the level or hands the duty up, once`(state: CaseState) async throws {
        let stage = try await SupervisionStage(marks: RecordingMarks())
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: state)
        let before = try #require(try await stage.subject(id))
        try await stage.look(afterHours: 24 * 60)
        let after = try #require(try await stage.subject(id))
        let stand = try #require(ClosedLoop.stand(of: state))
        let usual = ClosedLoop.role(of: stand.owner, on: before)
        let duty = try #require(ClosedLoop.duty(of: after))
        #expect(after.isOvertime && after.state == state && after.steps == before.steps)
        if case .handUp(let action) = stand.timeOut, let above = ClosedLoop.above(usual) {
            #expect(duty == (action, above) && after.raises == 0)
            // The days of a re-check run from the service, and may be over when the enterprise's term is.
            #expect(state == .ordered || after.due ?? stage.clock.now() > stage.clock.now())
        } else {
            #expect(duty == (stand.duty, usual) && after.raises == 1 && after.level > before.level)
        }
        #expect(try await stage.openDuties() == ["supervision.\(duty.action.rawValue) \(duty.role.rawValue)"])
        // The desk and the statistics call it overdue alike, though the clock of the level above may run.
        var statistics = CaseStatistics()
        statistics.count(after, at: stage.clock.now(), rules: try CaseExample.rules())
        let open = try await stage.database.read { try stage.room.openCases(scope: .city, limit: 9, in: $0) }
        #expect(open.map(\.isOverdue) == [true] && statistics.byBranch.map(\.overdue) == [1])
        let told = try await stage.kinds()
        #expect(told.filter { $0 == CaseEscalated.kind }.count == 1)
        #expect(try await stage.differences().isEmpty)
        try await stage.look(afterHours: 24 * 90)
        #expect(try await stage.kinds().filter { $0 == CaseEscalated.kind }.count == 1)
        #expect(try await stage.differences().isEmpty)
        // The level above can go on, and so can the owner: late is better than never.
        try await stage.take(duty.action, on: id, by: CaseExample.actor(duty.role, "P1"))
        #expect(try await stage.subject(id)?.isOvertime == false)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `a repair is warned of once after two days, and its clock runs on to the fifth working day`()
        async throws
    {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: .faulty)
        try await stage.reportFault(of: "EX1", on: id)
        let before = try #require(try await stage.subject(id))
        func warnings() async throws -> [CaseClockWarned] {
            try await stage.database.read { access in
                try Journal.timeline(of: "2026-0001", scope: .city, limit: 99, in: access)
                    .compactMap { try $0.fact(CaseClockWarned.self) }
            }
        }
        try await stage.look(afterHours: 48)
        #expect(try await warnings().isEmpty)
        try await stage.look(afterHours: 1)
        try await stage.look(afterHours: 1)
        let due = try #require(before.due)
        let fact = CaseClockWarned(
            caseID: id, state: "repairing", warnedOf: before.since.adding(hours: 48), due: due)
        #expect(try await warnings() == [fact])
        // Nobody's duty, clock or level changed by it.
        #expect(try await stage.subject(id) == before && due > stage.clock.now())
        #expect(try await stage.openDuties() == ["supervision.repair enterprise-manager"])
        // A repair that is not confirmed is warned of again: its clock runs from the fault; one in time has none.
        try await stage.take(.repair, on: id)
        try await stage.take(.confirm, on: id, outcome: "false")
        try await stage.look(afterHours: 49)
        #expect(try await warnings().count == 2)
        try await stage.take(.repair, on: id)
        try await stage.take(.confirm, on: id, outcome: "false")
        try await stage.take(.repair, on: id)
        try await stage.look(afterHours: 49)
        #expect(try await warnings().count == 2)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `a missed duty is a fact beside the one that hands it up`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: .answered)
        try await stage.look(afterHours: 2)
        let kinds = try await stage.kinds().suffix(2)
        #expect(Array(kinds) == [DutyMissed.kind, CaseEscalated.kind])
    }

    @Test func `further exceedances of an outlet join its case until somebody has been there`() async throws {
        let stage = try await SupervisionStage()
        for (number, episode) in ["EX1", "EX2", "EX3"].enumerated() {
            try await stage.tell(SupervisionStage.found(episode, at: "O1"))
            if number == 0 { stage.clock.pass(hours: 3) }
        }
        let joined = try #require(try await stage.subject(id))
        #expect(joined.episodes.map(\.episode.text) == ["EX1", "EX2", "EX3"])
        #expect(joined.repetition == 3 && joined.level == .red)
        #expect(try await stage.openDuties().count == 1)
        #expect(try await stage.kinds().filter { $0 == CaseEpisodeJoined.kind }.count == 2)
        // Of three, two stand: the case is not withdrawn.
        try await stage.tell(
            ExceedanceWithdrawn(
                episode: EpisodeID(checked: "EX2"), decision: DecisionID(checked: "D2"), mergedInto: nil))
        let fewer = try #require(try await stage.subject(id))
        #expect(!fewer.isWithdrawn && fewer.repetition == 2 && fewer.level < .red)
        try await stage.walk(id, to: .checked)
        try await stage.tell(SupervisionStage.found("EX4", at: "O1", later: 24))
        let next = try #require(try await stage.subject(CaseID(checked: "2026-0002")))
        #expect(next.episodes.map(\.episode.text) == ["EX4"])
        // The withdrawn one is not counted: EX1 and EX3 came before.
        #expect(next.occurrence == 3 && next.level == .red)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `a case left alone for longer than a day takes no further exceedance up`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found("EX1", at: "O1"))
        stage.clock.pass(hours: 25)
        try await stage.tell(SupervisionStage.found("EX2", at: "O1", later: 25))
        #expect(try await stage.subject(CaseID(checked: "2026-0002")) != nil)
    }

    @Test func `a case whose exceedance grew into another's is merged, and a step on it leads there`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found("EX1", at: "O1"))
        try await stage.walk(id, to: .checked)
        try await stage.tell(SupervisionStage.found("EX2", at: "O1", later: 24))
        let other = CaseID(checked: "2026-0002")
        try await stage.tell(
            ExceedanceWithdrawn(
                episode: EpisodeID(checked: "EX2"), decision: DecisionID(checked: "D2"),
                mergedInto: EpisodeID(checked: "EX1")))
        let merged = try #require(try await stage.subject(other))
        #expect(merged.state == .merged && merged.mergedInto == id && merged.due == nil)
        #expect(try await stage.openDuties() == ["supervision.qualify branch-officer"])
        let before = try await stage.state()
        await #expect(throws: CaseRefusal.merged(into: id)) {
            try await stage.take(.warn, on: other, by: CaseExample.actor(.cityOfficer))
        }
        #expect(try await stage.state() == before)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `an exceedance of nobody in the register is exempted by a fact, once`() async throws {
        let stage = try await SupervisionStage()
        try await stage.database.write { [journal = stage.journal] access in
            for _ in 1...2 {
                try journal.append(
                    SupervisionStage.found(), about: FactSubject(reference: "O1"), by: .system("judge"), in: access)
            }
        }
        try await stage.deliver()
        #expect(try await stage.subject(id) == nil)
        #expect(try await stage.kinds().filter { $0 == ExceedanceExempted.kind }.count == 1)
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `a withdrawn case is dismissed by the city with a reason, never by itself`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        await #expect(throws: CaseRefusal.stillStands) { try await stage.take(.dismiss, on: id) }
        try await stage.tell(
            ExceedanceWithdrawn(
                episode: EpisodeID(checked: "EX1"), decision: DecisionID(checked: "D2"), mergedInto: nil))
        #expect(try await stage.subject(id)?.state == .found)
        try await stage.take(.dismiss, on: id)
        let closed = try #require(try await stage.subject(id))
        #expect(closed.state == .closed && closed.branch == .withdrawn && closed.steps.last?.form["reason"] != nil)
        #expect(try await stage.differences().isEmpty)
    }

    @Test(arguments: [CaseState.answered, .ordered, .repairing])
    func `a withdrawn case owes its dismissal, and the duty of its state when it stands again`(
        state: CaseState
    ) async throws {
        let stage = try await SupervisionStage()
        let episode = EpisodeID(checked: "EX1")
        let withdrawn = ExceedanceWithdrawn(episode: episode, decision: DecisionID(checked: "D2"), mergedInto: nil)
        let standing = ExceedanceChanged(
            episode: episode, extent: CaseExample.extent(), decision: DecisionID(checked: "D3"))
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: state)
        let before = try #require(try await stage.subject(id))
        let usual = try await stage.openDuties()
        for _ in 1...2 { try await stage.tell(withdrawn) }
        let now = stage.clock.now()
        let gone = try #require(try await stage.subject(id))
        let term = try CaseExample.rules().clock(of: .dismiss).term
        #expect(gone.due == term.due(from: now, on: CaseExample.calendar) && gone.state == state)
        #expect(try await stage.openDuties() == ["supervision.dismiss city-officer"])
        #expect(try await stage.differences().isEmpty)
        // What the enterprise goes on with moves the case, and neither the duty nor its clock.
        if state == .ordered {
            try await stage.take(.askTime, on: id, changing: ["until": "2026-12-20"])
            try await stage.take(.decideTime, on: id, outcome: "true")
            #expect(try await stage.subject(id)?.due == gone.due)
            #expect(try await stage.openDuties() == ["supervision.dismiss city-officer"])
        }
        for _ in 1...2 { try await stage.look(afterHours: 24 * 15) }
        let late = try #require(try await stage.subject(id))
        #expect(late.isOvertime && late.raises == before.raises + 1 && late.state == state)
        #expect(try await stage.kinds().filter { [CaseEscalated.kind, CaseClockWarned.kind].contains($0) }.count == 1)
        #expect(try await stage.openDuties() == ["supervision.dismiss city-officer"])
        for _ in 1...2 { try await stage.tell(standing) }
        let again = try #require(try await stage.subject(id))
        // The clock of the answer had run out before; the days of a repair run from its fault.
        let due = state == .ordered ? CivilDate("2026-12-21").map { Instant(startOf: $0) } : before.due
        #expect(again.due == due && !again.isOvertime && again.state == state)
        #expect(try await stage.openDuties() == usual)
        #expect(try await stage.differences().isEmpty)
    }

    /// A warning is to be answered within two hours.
    @Test(arguments: [(1, false), (3, true)] as [(Int64, Bool)])
    func `a mark that comes and goes gives no missed clock back`(hours: Int64, isMissed: Bool) async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.take(.warn, on: id)
        try await stage.look(afterHours: hours)
        let before = try #require(try await stage.subject(id))
        let usual = try await stage.openDuties()
        #expect(before.isOvertime == isMissed)
        try await stage.tell(
            ExceedanceWithdrawn(
                episode: EpisodeID(checked: "EX1"), decision: DecisionID(checked: "D2"), mergedInto: nil, cause: .mark))
        stage.clock.pass(hours: 5)
        try await stage.tell(Self.changed(hours: 2))
        let after = try #require(try await stage.subject(id))
        #expect(after.isOvertime == isMissed)
        #expect(try await stage.openDuties() == usual)
        // The level above, which was not late yet, has its hour again.
        #expect(after.due == stage.clock.now().adding(hours: isMissed ? 1 : 2))
        #expect(try await stage.differences().isEmpty)
    }

    private static func changed(hours: Int, level: WarningLevel = .yellow) -> ExceedanceChanged {
        ExceedanceChanged(
            episode: EpisodeID(checked: "EX1"), extent: CaseExample.extent(hours: hours, level: level),
            decision: DecisionID(checked: "D\(hours)"))
    }

    /// The rows of the method's table that end in a closure, each told twice.
    @Test(
        arguments: [
            (1, 1, .yellow, false), (1, 10, .yellow, true), (1, 1, .red, true), (2, 1, .yellow, false),
        ] as [(Int, Int, WarningLevel, Bool)])
    func `what stands beyond what was closed reopens the case once, and nothing else does`(
        judged: Int, hours: Int, level: WarningLevel, isReopened: Bool
    ) async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found(hours: judged))
        try await stage.walk(id, to: .closed)
        for _ in 1...2 { try await stage.tell(Self.changed(hours: hours, level: level)) }
        let after = try #require(try await stage.subject(id))
        #expect(after.state == (isReopened ? .accepted : .closed) && after.steps.count == 10)
        #expect(try await stage.openDuties() == (isReopened ? ["supervision.check branch-officer"] : []))
        #expect(try await stage.kinds().filter { $0 == CaseReopened.kind }.count == (isReopened ? 1 : 0))
        #expect(try await stage.differences().isEmpty)
    }

    @Test(arguments: [[10], [3, 10], [10, 3, 10], [2, 1, 10]])
    func `late hours in any order lead to one reopening, and the case walks to its second closure`(
        told: [Int]
    ) async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found(hours: 1))
        try await stage.walk(id, to: .closed)
        let now = stage.clock.now()
        for hours in told { try await stage.tell(Self.changed(hours: hours)) }
        // The whole journal again, as after a restart that lost its place.
        try await stage.database.write { access in _ = try access.execute("DELETE FROM journal_cursor") }
        try await stage.deliver()
        let after = try #require(try await stage.subject(id))
        #expect(after.due == now.adding(hours: 24) && after.since == now && after.reopenedAt == now)
        #expect(after.branch == nil && after.round.isEmpty && after.extent.hours == 10)
        #expect(try await stage.kinds().filter { $0 == CaseReopened.kind }.count == 1)
        for (action, outcome) in CaseExample.way(to: .closed).dropFirst(3) {
            try await stage.take(action, on: id, outcome: outcome)
            if action == .order { try await stage.serve(id) }
            stage.clock.pass(hours: 24)
            #expect(try await stage.differences().isEmpty)
        }
        let closed = try #require(try await stage.subject(id))
        #expect(closed.state == .closed && closed.steps.last?.role == .cityOfficer && closed.reopenings == [10])
        try await stage.tell(Self.changed(hours: 9))
        #expect(try await stage.subject(id)?.state == .closed)
        try await stage.tell(Self.changed(hours: 11))
        #expect(try await stage.subject(id)?.reopenings == [10, 17])
        #expect(try await stage.openDuties() == ["supervision.check branch-officer"])
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `a dismissed case whose exceedance stands again is open again`() async throws {
        let stage = try await SupervisionStage()
        let withdrawn = ExceedanceWithdrawn(
            episode: EpisodeID(checked: "EX1"), decision: DecisionID(checked: "D2"), mergedInto: nil)
        try await stage.tell(SupervisionStage.found(hours: 1))
        try await stage.tell(withdrawn)
        try await stage.take(.dismiss, on: id)
        try await stage.tell(withdrawn)
        #expect(try await stage.subject(id)?.state == .closed)
        try await stage.tell(Self.changed(hours: 1))
        #expect(try await stage.subject(id)?.state == .accepted)
        #expect(try await stage.openDuties() == ["supervision.check branch-officer"])
        #expect(try await stage.differences().isEmpty)
    }

    @Test(arguments: [false, true])
    func `two cases that grow together after one was closed go on in it, whichever is told first`(
        isWithdrawnFirst: Bool
    ) async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found("EX1", at: "O1"))
        try await stage.walk(id, to: .closed)
        try await stage.tell(SupervisionStage.found("EX2", at: "O1"))
        let other = CaseID(checked: "2026-0002")
        let gone = ExceedanceWithdrawn(
            episode: EpisodeID(checked: "EX2"), decision: DecisionID(checked: "D2"),
            mergedInto: EpisodeID(checked: "EX1"))
        if isWithdrawnFirst { try await stage.tell(gone) }
        try await stage.tell(Self.changed(hours: 10))
        if !isWithdrawnFirst { try await stage.tell(gone) }
        #expect(try await stage.subject(id)?.state == .accepted)
        #expect(try await stage.subject(other)?.mergedInto == id)
        #expect(try await stage.openDuties() == ["supervision.check branch-officer"])
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `granted time moves the duty, a refusal leaves it`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.walk(id, to: .ordered)
        let due = try await stage.subject(id)?.due
        try await stage.take(.askTime, on: id, changing: ["until": "2026-12-20"])
        try await stage.take(.decideTime, on: id, outcome: "false")
        #expect(try await stage.subject(id)?.due == due)
        try await stage.take(.askTime, on: id, changing: ["until": "2026-12-20"])
        try await stage.take(.decideTime, on: id, outcome: "true")
        #expect(try await stage.subject(id)?.due == CivilDate("2026-12-21").map { Instant(startOf: $0) })
        #expect(try await stage.openDuties() == ["supervision.report enterprise-manager"])
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `a case handed over says so to others, goes on, and is the city's to close`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found(hours: 1))
        try await stage.walk(id, to: .confirmed)
        #expect(try await stage.subject(id)?.closingRole == .branchOfficer)
        try await stage.take(.handOver, on: id)
        let handed = try #require(try await stage.subject(id))
        #expect(handed.state == .confirmed && handed.closingRole == .cityOfficer)
        #expect(try await stage.kinds().contains(CaseHandedOver.kind))
        await #expect(throws: CaseRefusal.alreadyHandedOver) { try await stage.take(.handOver, on: id) }
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `what an enterprise marks is told to others as a fact`() async throws {
        let stage = try await SupervisionStage()
        try await stage.tell(SupervisionStage.found())
        try await stage.take(.warn, on: id)
        try await stage.take(.mark, on: id)
        #expect(try await stage.kinds().contains(OperatingConditionStated.kind))
        #expect(try await stage.openDuties() == ["supervision.answer enterprise-manager"])
        #expect(try await stage.differences().isEmpty)
    }

    @Test func `the duty to close follows the weight of the case`() async throws {
        let stage = try await SupervisionStage(marks: RecordingMarks())
        try await stage.tell(SupervisionStage.found(hours: 1))
        try await stage.walk(id, to: .cleared)
        #expect(try await stage.openDuties() == ["supervision.close branch-officer"])
        try await stage.tell(
            ExceedanceChanged(
                episode: EpisodeID(checked: "EX1"), extent: CaseExample.extent(hours: 3),
                decision: DecisionID(checked: "D2")))
        #expect(try await stage.openDuties() == ["supervision.close city-officer"])
        #expect(try await stage.differences().isEmpty)
    }
}
