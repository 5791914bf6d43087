import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

struct EvidenceDeskTests {
    private static let month = CivilMonth(CivilDate(dayNumber: 20_710))

    private static func take(_ act: PolicyAct, by person: PersonID, on stage: GovernanceStage) async throws {
        try await stage.desk { desk, now, access in
            try desk.take(act, on: GovernanceStage.ended, by: person, at: now, in: access)
        }
    }

    @Test func `evidence belongs to a report that is not accepted yet, ten pieces at most`() async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-20")
        let (month, lead) = (Self.month, GovernanceStage.lead.person)
        #expect(month.description == "2026-09")
        try await stage.take(GovernanceStage.ended)
        try stage.clock.stand(on: "2026-10-02")
        await #expect(throws: GovernanceRefusal.noReport(month)) {
            try await Self.take(.cite(month, fact: 1), by: lead, on: stage)
        }
        try await stage.report("2026-09", on: GovernanceStage.ended)
        await #expect(throws: GovernanceRefusal.noSuchFact) {
            try await Self.take(.cite(month, fact: 9_999), by: lead, on: stage)
        }
        await #expect(throws: GovernanceRefusal.notTheLead(lead: [GovernanceStage.unit])) {
            try await Self.take(.cite(month, fact: 1), by: GovernanceStage.stranger.person, on: stage)
        }
        for size in 1...2 {
            // The same bytes twice are one piece.
            try await stage.desk { desk, now, access in
                for _ in 1...2 {
                    try desk.file(
                        "a.png", mediaType: "image/png", size_bytes: Int64(size), sha256: Digest256(of: "\(size)"),
                        with: month, of: GovernanceStage.ended, by: GovernanceStage.lead, at: now, in: access)
                }
            }
        }
        for _ in 3...10 { try await Self.take(.cite(month, fact: 1), by: lead, on: stage) }
        await #expect(throws: GovernanceRefusal.tooMuchEvidence(max: 10)) {
            try await Self.take(.cite(month, fact: 1), by: lead, on: stage)
        }
        try await stage.review("2026-09", .accepted, of: GovernanceStage.ended)
        await #expect(throws: GovernanceRefusal.accepted(month)) {
            try await Self.take(.cite(month, fact: 1), by: lead, on: stage)
        }
        #expect(try await stage.record(GovernanceStage.ended).evidence.map(\.number) == Array(1...10))
        #expect(try await stage.differences() == [])
    }

    @Test func `evidence stands with the attempt that it was filed for`() async throws {
        let (stage, key, lead) = (try await GovernanceStage(), GovernanceStage.ended, GovernanceStage.lead.person)
        try stage.clock.stand(on: "2026-09-20")
        try await stage.take(key)
        let cite = PolicyAct.cite(Self.month, fact: 1)
        try stage.clock.stand(on: "2026-10-02")
        try await stage.report("2026-09", on: key)
        try await Self.take(cite, by: lead, on: stage)
        try stage.clock.stand(on: "2026-10-03")
        try await stage.review("2026-09", .returned, of: key)
        try stage.clock.stand(on: "2026-10-04")
        try await Self.take(cite, by: lead, on: stage)
        try stage.clock.stand(on: "2026-10-05")
        try await stage.report("2026-09", on: key)
        try await Self.take(cite, by: lead, on: stage)
        let record = try await stage.record(key)
        #expect(record.reports.map { record.evidence(of: $0).map(\.number) } == [[1], [2, 3]])
    }

    @Test func `the leading group reads the work on every task and changes nothing`() async throws {
        let (stage, key) = (try await GovernanceStage(), GovernanceStage.ended)
        try await stage.take(key)
        let group = UnitMember(
            person: PersonID(checked: "P-GROUP"), name: "组员（示例）", role: .liaison, organisation: "GROUP",
            isOfGovernment: true)
        let readers = [group, GovernanceStage.lead, GovernanceStage.office, GovernanceStage.stranger]
        let (own, other) = try await stage.database.read { access in
            let desk = stage.room.desk
            let policy = try #require(try desk.shelf.policy(key.policy, in: access))
            let own = try #require(policy.task(key.number))
            let other = try #require(policy.tasks.first { !$0.leadUnits.contains(GovernanceStage.unit) })
            return (
                try readers.map { try desk.reads(own, $0, in: access) },
                try readers.map { try desk.reads(other, $0, in: access) }
            )
        }
        #expect(own == [true, true, true, false] && other == [true, false, true, false])
        let due = try #require(CivilDate("2027-01-01"))
        await #expect(throws: GovernanceRefusal.notTheLead(lead: [GovernanceStage.unit])) {
            try await stage.desk { desk, now, access in
                try desk.set(milestone: "印发", due: due, of: key, by: group, at: now, in: access)
            }
        }
    }

    @Test func `those who are late are excused only when every condition is met`() async throws {
        let stage = try await GovernanceStage()
        let office = GovernanceStage.office.person
        func find(_ met: Set<ToleranceFinding.Condition>, _ finding: ToleranceFinding.Finding) async throws {
            try await Self.take(
                .find(finding, met: met, document: "纪要〔2026〕5号（示例）", note: "说明"), by: office, on: stage)
        }
        let all = Set(ToleranceFinding.Condition.allCases)
        await #expect(throws: GovernanceRefusal.notLate) { try await find(all, .granted) }
        try await stage.take(GovernanceStage.ended)
        for condition in ToleranceFinding.Condition.allCases {
            await #expect(throws: GovernanceRefusal.conditionMissing(condition)) {
                try await find(all.subtracting([condition]), .granted)
            }
        }
        try await find([.trial], .refused)
        try await find(all, .granted)
        let record = try await stage.record(GovernanceStage.ended)
        #expect(record.tolerances.map(\.finding) == [.refused, .granted])
        #expect(record.light?.light == .red)
        #expect(try await stage.differences() == [])
    }

    @Test func `an overdue report calls on the office, once, until it comes`() async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        try stage.clock.stand(on: "2026-10-09")
        try await stage.room.watch.look()
        try await stage.room.watch.look()
        #expect(
            try await stage.duties() == [
                "governance.report 2026-09 2026-10-08 00:00", "governance.press 2026-09 2026-10-15 00:00",
            ])
        // With whoever reports known as a unit's liaison, what ends is still the office's.
        let reporter = GovernanceStage.lead.person
        _ = try await stage.database.write { access in
            try stage.journal.append(
                PersonAdmitted(person: reporter, role: .liaison),
                about: FactSubject(enterprise: nil, region: nil, reference: reporter.text), by: .system("access"),
                in: access)
        }
        try await stage.report("2026-09")
        #expect(try await stage.duties().map { String($0.prefix(17)) } == ["governance.review"])
        #expect(try await stage.differences() == [])
    }

    @Test(
        arguments: [
            (PersonID?.none, "P-LEAD", 1), (GovernanceStage.stranger.person, "P-LEAD", 1),
            (GovernanceStage.deputy.person, "P-DEPUTY", 0),
        ] as [(PersonID?, String, Int)])
    func `a task whose person left calls on the office when nobody of the unit follows`(
        successor: PersonID?, person: String, duties: Int
    ) async throws {
        let stage = try await GovernanceStage()
        try await stage.take()
        try await stage.desk { desk, now, access in
            try desk.handOver(from: GovernanceStage.lead.person, to: successor, at: now, in: access)
        }
        #expect(try await stage.record().assignment?.person.text == person)
        let open = try await stage.database.read { access in
            try DutyBook.all(beginningWith: GovernanceStage.task.reference, in: access).filter { $0.state == .open }
        }
        #expect(open.map(\.kind) == Array(repeating: "governance.assign", count: duties))
        try await stage.take()
        let left = try await stage.database.read { access in
            try DutyBook.all(beginningWith: GovernanceStage.task.reference, in: access).filter { $0.state == .open }
        }
        #expect(left.isEmpty)
        #expect(try await stage.differences() == [])
    }
}
