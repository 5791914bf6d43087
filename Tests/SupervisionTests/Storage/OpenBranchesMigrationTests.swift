import Facts
import Kernel
import Persistence
import Testing

@testable import Supervision

/// Databases of the straight line go on.
struct OpenBranchesMigrationTests {
    /// The line of that program: where from, what, where to, whose.
    private static let line: [(from: String, action: String, to: String, role: Role)] = [
        ("found", "warn", "warned", .cityOfficer), ("warned", "answer", "answered", .enterpriseManager),
        ("answered", "accept", "accepted", .branchOfficer), ("accepted", "check", "checked", .branchOfficer),
        ("checked", "order", "ordered", .branchOfficer), ("ordered", "report", "reported", .enterpriseManager),
        ("reported", "recheck", "rechecked", .branchOfficer), ("rechecked", "close", "closed", .cityOfficer),
    ]

    /// A case that took so many steps, with facts and duty as they were written then.
    private static func insert(_ steps: Int, _ journal: Journal, in access: any WriteAccess) throws {
        let (number, opened) = (steps + 1, CaseExample.opened)
        let (id, episode) = (CaseID(checked: "2026-000\(number)"), EpisodeID(checked: "EX\(number)"))
        let subject = FactSubject(
            enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"), reference: id.text)
        let state = steps == 0 ? "found" : line[steps - 1].to
        let due: Instant? = state == "closed" ? nil : opened.adding(hours: 300)
        try access.execute(
            """
            INSERT INTO supervision_case (case_id, year, number, episode_id, outlet_id, enterprise_id, region_code,
              pollutant, extent, withdrawn, opened_at_ms, state, due_ms)
            VALUES (?1, 2026, ?2, ?3, ?4, 'E1', '330602', 'a21026', ?5, 0, ?6, ?7, ?8)
            """,
            [
                .code(id), .int(number), .code(episode), .text("O\(number)"),
                .blob(try CanonicalJSON.bytes(of: CaseExample.extent(hours: 1))), .instant(opened), .text(state),
                .instant(due),
            ])
        let found = CaseOpened(caseID: id, episode: episode, outlet: OutletID(checked: "O\(number)"), level: .yellow)
        try journal.append(found, about: subject, by: .system("supervision"), occurredAt: opened, in: access)
        for (index, step) in line.prefix(steps).enumerated() {
            let form = step.action == "recheck" ? ["passed": "true", "companion": "李同行"] : ["note": "x"]
            try access.execute(
                """
                INSERT INTO supervision_step (case_id, number, action, from_state, to_state, actor, actor_name, role,
                  at_ms, form, due_ms) VALUES (?1, ?2, ?3, ?4, ?5, 'P1', 'x', ?6, ?7, ?8, NULL)
                """,
                [
                    .code(id), .int(index + 1), .text(step.action), .text(step.from), .text(step.to),
                    .text(step.role.rawValue), .instant(opened), .blob(try CanonicalJSON.bytes(of: form)),
                ])
            try journal.append(
                CaseStepTaken(
                    caseID: id, step: index + 1, action: step.action, from: step.from, to: step.to, form: form),
                about: subject, by: .person(PersonID(checked: "P1")), occurredAt: opened, in: access)
        }
        guard let due, let next = line.dropFirst(steps).first else { return }
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "D\(number)"), kind: "supervision.\(next.action)", reference: id.text,
                role: next.role, enterprise: EnterpriseID(checked: "E1"), region: RegionCode(checked: "330602"),
                since: opened, due: due), in: access)
    }

    @Test func `cases of the straight line replay, keep their duty and go on`() async throws {
        let old = Schema(tables: [], migrations: [.supervision0001CreateCases])
        let stage = try await SupervisionStage(schema: old) { journal, access in
            for steps in 0...8 { try Self.insert(steps, journal, in: access) }
        }
        let found = try await stage.differences()
        #expect(found == [], "\(found)")
        let checked = CaseID(checked: "2026-0005")
        #expect(try await stage.subject(checked)?.due == CaseExample.opened.adding(hours: 300))
        try await stage.take(.qualify, on: checked)
        try await stage.take(.order, on: checked)
        // The city closes what it was to close, though a single hour is the branch's now.
        let rechecked = CaseID(checked: "2026-0008")
        #expect(try await stage.subject(rechecked)?.closingRole == .cityOfficer)
        try await stage.take(.close, on: rechecked)
        #expect(try await stage.subject(rechecked)?.branch == .exceedance)
        let later = try await stage.differences()
        #expect(later == [], "\(later)")
    }
}
