import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

struct EveryTaskTests {
    /// Somebody for each organisation: `P-` and its code.
    private struct EveryUnit: UnitDirectory {
        func member(_ person: PersonID, in access: any ReadAccess) throws -> UnitMember? {
            if person == GovernanceStage.office.person { return GovernanceStage.office }
            let organisation = String(person.text.dropFirst(2))
            return UnitMember(
                person: person, name: "联络员（示例）", role: .liaison, organisation: organisation, isOfGovernment: true)
        }

        func members(of organisation: String, in access: any ReadAccess) throws -> [UnitMember] { [] }

        func organisationName(_ code: String, in access: any ReadAccess) throws -> String? { code }

        func organs(in access: any ReadAccess) throws -> [(code: String, name: String)] { [] }
    }

    @Test func `each of the 70 tasks is walked from its assignment over a report with evidence to a green light`()
        async throws
    {
        let stage = try await GovernanceStage(directory: EveryUnit())
        let (desk, office) = (stage.room.desk, GovernanceStage.office)
        let policy = try #require(try ShippedFile.policy().document)
        let codes = Dictionary(
            policy.units.enumerated().map { ($0.element.name, "U\($0.offset)") },
            uniquingKeysWith: { first, _ in first })
        try stage.clock.stand(on: "2026-09-10")
        let taken = stage.clock.now()
        try await stage.database.write { access in
            for (unit, code) in codes.sorted(by: { $0.key < $1.key }) {
                try desk.bind(unit, to: code, by: .system("test"), at: taken, in: access)
            }
            for task in policy.tasks {
                let unit = task.leadUnits[0]
                try desk.assign(
                    TaskKey(policy: policy.meta.code, number: task.number),
                    to: PersonID(checked: "P-\(codes[unit] ?? "")"), of: unit, by: office, at: taken, in: access)
            }
        }
        try stage.clock.stand(on: "2026-10-02")
        try await stage.room.watch.look()
        let (now, month) = (stage.clock.now(), try #require(CivilMonth("2026-09")))
        try await stage.database.write { access in
            for task in policy.tasks {
                let key = TaskKey(policy: policy.meta.code, number: task.number)
                // What fills itself was reported on already; of what would be fulfilled by facts there are none.
                let filled = try TaskStore.record(of: key, in: access).report(on: month)
                let line = desk.filling.line(of: key)
                #expect((filled?.isComputed ?? false) == (line?.standing(0) != nil))
                let unit = task.leadUnits[0]
                let person = PersonID(checked: "P-\(codes[unit] ?? "")")
                if filled == nil {
                    if task.kind == .longTerm {
                        let target = PolicyAct.setTarget(year: 2026, text: "当年目标", indicator: "")
                        try desk.take(target, on: key, by: person, at: now, in: access)
                        try desk.take(.confirmTarget(year: 2026), on: key, by: office.person, at: now, in: access)
                    }
                    let said = SaidOfMonth(month: month, standing: .fulfilled, progress: "办结", evidence: "文号")
                    try desk.take(.report(said), on: key, by: person, at: now, in: access)
                    try desk.take(.cite(month, fact: 1), on: key, by: person, at: now, in: access)
                }
                try desk.take(
                    .review(month, .accepted, note: "属实"), on: key, by: office.person, at: now, in: access)
            }
        }
        let records = try await stage.database.read { try TaskStore.records(of: policy.meta.code, in: $0) }
        #expect(records.count == 70)
        let other = records.values.filter { $0.light?.reason != .fulfilled }.map(\.key.number)
        #expect(other == [49])
        // Without a fact in September the task that fills itself is at risk.
        #expect(records[49]?.light?.reason == .atRisk)
        #expect(records.values.filter { $0.evidence.isEmpty }.map(\.key.number) == [49])
        #expect(try await stage.differences() == [])
    }

    @Test func `a task that fills itself counts the facts of its month`() async throws {
        let stage = try await GovernanceStage(directory: EveryUnit())
        try stage.clock.stand(on: "2026-09-10")
        let key = TaskKey(policy: GovernanceStage.task.policy, number: 49)
        let at = stage.clock.now()
        try await stage.desk { desk, now, access in
            try desk.bind("市生态环境局", to: "U1", by: .system("test"), at: now, in: access)
            try desk.assign(
                key, to: PersonID(checked: "P-U1"), of: "市生态环境局", by: GovernanceStage.office, at: now, in: access)
            for step in 1...3 {
                try desk.journal.append(
                    CaseStepTaken(
                        caseID: CaseID(checked: "C1"), step: step, action: "warn", from: "a", to: "b", form: [:]),
                    about: .city, by: .system("test"), occurredAt: at, in: access)
            }
        }
        try stage.clock.stand(on: "2026-10-01")
        try await stage.room.watch.look()
        try await stage.room.watch.look()
        let record = try await stage.record(key)
        #expect(record.reports.map(\.standing) == [.onTrack] && record.reports.allSatisfy(\.isComputed))
        #expect(record.reports.first?.progress.contains("3 件") == true)
        #expect(try await stage.duties(key).map { String($0.prefix(17)) } == ["governance.review"])
        #expect(try await stage.differences() == [])
    }
}
