import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

/// Who answers for which month of a task, who decides on it, and who is reminded of it.
struct ResponsibilityTests {
    private static let (task, unit) = (GovernanceStage.task, GovernanceStage.unit)
    private static let (first, second) = (GovernanceStage.office, TwoOfficers.second)

    private static func take(
        _ act: PolicyAct, _ doer: UnitMember, _ stage: GovernanceStage, on key: TaskKey = task
    ) async throws {
        try await stage.desk { desk, now, access in
            try desk.take(act, on: key, by: doer.person, at: now, in: access)
        }
    }

    /// An officer answers for two tasks, one of them late; the platform itself reports on the other one's September.
    private static func officersTasks() async throws -> GovernanceStage {
        let stage = try await GovernanceStage(directory: TwoOfficers())
        try stage.clock.stand(on: "2026-09-10")
        try await stage.desk { desk, now, access in
            try desk.bind(unit, to: "BUREAU", by: .system("test"), at: now, in: access)
            for key in [task, GovernanceStage.ended] {
                try desk.assign(key, to: first.person, of: unit, by: second, at: now, in: access)
            }
        }
        try await take(.setTarget(year: 2026, text: "目标（示例）", indicator: ""), second, stage)
        try stage.clock.stand(on: "2026-10-02")
        try await stage.desk { desk, now, access in
            let said = SaidOfMonth(
                month: try #require(CivilMonth("2026-09")), standing: .onTrack, progress: "进展", evidence: "文号")
            try desk.keep(
                said, attempt: 1, of: task, unit: unit, author: .system("governance"), at: now, in: access)
        }
        return stage
    }

    @Test func `nobody decides on a task that they answer for, whoever reported on it`() async throws {
        let stage = try await Self.officersTasks()
        let (month, day) = (try #require(CivilMonth("2026-09")), try #require(CivilDate("2027-06-30")))
        let ended = GovernanceStage.ended
        let acts: [(TaskKey, PolicyAct)] = [
            (Self.task, .review(month, .accepted, note: "意见")),
            (ended, .extend(day, document: "自拟〔2026〕1号（示例）", reason: "因")),
            (Self.task, .confirmTarget(year: 2026)),
            (Self.task, .counter(.acceptance(month), document: "撤（示例）", reason: "误")),
            (ended, .find(.granted, met: Set(ToleranceFinding.Condition.allCases), document: "纪要", note: "因")),
        ]
        for (key, act) in acts {
            await #expect(throws: GovernanceRefusal.ownTask) { try await Self.take(act, Self.first, stage, on: key) }
        }
        // A colleague who takes the task over does not free whoever answered for the month that is judged.
        #expect(try await stage.record().handOvers == [])
        try await Self.take(.assign(GovernanceStage.lead.person, unit: Self.unit), Self.second, stage)
        #expect(try await stage.record().handOvers.map(\.person) == [Self.first.person])
        await #expect(throws: GovernanceRefusal.ownTask) { try await Self.take(acts[0].1, Self.first, stage) }
        try await Self.take(acts[0].1, Self.second, stage)
        try await Self.take(acts[1].1, Self.second, stage, on: ended)
        try await Self.take(acts[3].1, Self.second, stage)
        #expect(try await stage.differences() == [])
    }

    @Test func `months before a hand-over between units stay with the former one`() async throws {
        let stage = try await GovernanceStage()
        let policy = try #require(try ShippedFile.policy().document)
        let task = try #require(policy.tasks.first { $0.leadUnits.count == 2 && $0.kind == .longTerm })
        let (key, units) = (TaskKey(policy: policy.meta.code, number: task.number), task.leadUnits)
        let (former, present) = (GovernanceStage.lead, GovernanceStage.stranger)
        try stage.clock.stand(on: "2026-09-10")
        try await stage.desk { desk, now, access in
            try desk.bind(units[0], to: "LEAD", by: .system("test"), at: now, in: access)
            try desk.bind(units[1], to: "BANK", by: .system("test"), at: now, in: access)
            try desk.assign(key, to: former.person, of: units[0], by: Self.first, at: now, in: access)
        }
        try stage.clock.stand(on: "2026-10-29")
        try await stage.room.watch.look()
        try await Self.take(.assign(present.person, unit: units[1]), Self.first, stage, on: key)
        func overdue() async throws -> [String: Int] {
            let now = stage.clock.now()
            return try await stage.database.read { access in
                try GovernanceRoom.dueReports(of: policy, at: now, access).overdueByUnit
            }
        }
        #expect(try await overdue() == [units[0]: 1])
        let month = try #require(CivilMonth("2026-09"))
        let record = try await stage.record(key)
        #expect(record.unitSince == month.adding(1) && record.owedByFormer.map(\.unit) == [units[0]])
        await #expect(throws: GovernanceRefusal.monthOfFormer(month, unit: units[0])) {
            try await stage.report("2026-09", on: key, by: present)
        }
        try await stage.report("2026-09", on: key, by: former)
        #expect(try await overdue() == [:])
        try stage.clock.stand(on: "2026-11-30")
        try await stage.room.watch.look()
        #expect(try await overdue() == [units[1]: 1])
        await #expect(throws: GovernanceRefusal.notAccountable(units[1])) {
            try await stage.report("2026-10", on: key, by: former)
        }
        // What is returned of the old month goes back to whoever it is of.
        try await stage.review("2026-09", .returned, of: key)
        await #expect(throws: GovernanceRefusal.monthOfFormer(month, unit: units[0])) {
            try await stage.report("2026-09", on: key, by: present)
        }
        try await stage.report("2026-09", on: key, by: former)
        try await stage.report("2026-10", on: key, by: present)
        #expect(try await stage.differences() == [])
        _ = try await stage.database.write { try $0.execute("UPDATE governance_hand_over SET unit = 'x'") }
        #expect(try await stage.differences().count == 1)
    }

    @Test func `a unit is reminded of a duty once, some working days before its day`() async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        func reminders() async throws -> [PolicyDutyReminded] {
            try await stage.room.watch.look()
            return try await stage.database.read { access in
                try Journal.entries(after: 0, kinds: [PolicyDutyReminded.kind], limit: .max, in: access)
                    .compactMap { try $0.fact(PolicyDutyReminded.self) }
            }
        }
        // The report on September is due at the end of Wednesday 2026-10-07; three working days lie behind Friday.
        try stage.clock.stand(on: "2026-10-01")
        #expect(try await reminders() == [])
        try stage.clock.stand(on: "2026-10-02")
        let told = try await reminders()
        #expect(told.map(\.reference) == ["\(Self.task.reference).2026-09"] && told.first?.unit == Self.unit)
        #expect(told.first?.person == GovernanceStage.lead.person)
        #expect(try await reminders() == told)
        let duty = try #require(told.first?.duty)
        let seen = try await stage.database.read { try stage.room.remindedAt(duty, in: $0) }
        #expect(seen == stage.clock.now())
        // What is over, or done, reminds nobody.
        try stage.clock.stand(on: "2026-10-09")
        #expect(try await reminders() == told)
        #expect(try await stage.differences() == [])
        _ = try await stage.database.write { try $0.execute("UPDATE governance_reminder SET unit = 'x'") }
        #expect(try await stage.differences().count == 1)
    }

    @Test func `a milestone is set once`() async throws {
        let stage = try await GovernanceStage()
        try await stage.take()
        let due = try #require(CivilDate("2026-10-25"))
        func set(_ title: String, _ day: CivilDate) async throws {
            try await Self.take(.setMilestone(title: title, due: day), GovernanceStage.lead, stage)
        }
        try await set("印发", due)
        await #expect(throws: GovernanceRefusal.milestoneTwice) { try await set("印发", due) }
        try await set("印发", due.adding(days: 1))
        try await set("公布", due)
        try await Self.take(.counter(.setting(1), document: "撤（示例）", reason: "误登"), GovernanceStage.office, stage)
        try await set("印发", due)
        #expect(try await stage.record().openMilestones.map(\.number) == [2, 3, 4])
    }
}

/// The people of the stage, and two officers of the office.
struct TwoOfficers: UnitDirectory {
    static let second = UnitMember(
        person: PersonID(checked: "P-CITY-2"), name: "吴静（示例）", role: .cityOfficer, organisation: "BUREAU",
        isOfGovernment: true)
    /// A colleague who decides on nothing.
    static let colleague = UnitMember(
        person: GovernanceStage.lead.person, name: "吕牵（示例）", role: .liaison, organisation: "BUREAU",
        isOfGovernment: true)

    private static let everybody = [GovernanceStage.office, second, colleague]

    func member(_ person: PersonID, in access: any ReadAccess) throws -> UnitMember? {
        Self.everybody.first { $0.person == person }
    }

    func members(of organisation: String, in access: any ReadAccess) throws -> [UnitMember] {
        Self.everybody.filter { $0.organisation == organisation }
    }

    func organisationName(_ code: String, in access: any ReadAccess) throws -> String? { "\(code)（示例）" }

    func organs(in access: any ReadAccess) throws -> [(code: String, name: String)] { [("BUREAU", "BUREAU（示例）")] }
}
