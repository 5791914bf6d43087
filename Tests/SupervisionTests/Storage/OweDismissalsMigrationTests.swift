import Facts
import Kernel
import Persistence
import Testing

@testable import Supervision

/// Databases in which a case without a standing exceedance still had the duty of its state.
struct OweDismissalsMigrationTests {
    private static func insert(
        _ number: Int, isWithdrawn: Bool, _ journal: Journal, in access: any WriteAccess
    ) throws {
        let (id, opened) = (CaseID(checked: "2026-000\(number)"), CaseExample.opened)
        let due = opened.adding(hours: 300)
        try access.execute(
            """
            INSERT INTO supervision_case (case_id, year, number, outlet_id, enterprise_id, region_code, occurrence,
              opened_at_ms, state, due_ms, overtime, raises, city_closes, warn_ms)
            VALUES (?1, 2026, ?2, ?3, 'E1', '330602', 1, ?4, 'repairing', ?5, 0, 0, 0, ?6)
            """,
            [
                .code(id), .int(number), .text("O\(number)"), .instant(opened), .instant(due),
                .instant(opened.adding(hours: 48)),
            ])
        try access.execute(
            """
            INSERT INTO supervision_episode (episode_id, case_id, position, outlet_id, pollutant, extent,
              first_hour_ms, averaging, provisional, toxic, withdrawn)
            VALUES (?1, ?2, 1, ?3, 'a21026', ?4, ?5, 'hour', 0, 0, ?6)
            """,
            [
                .text("EX\(number)"), .code(id), .text("O\(number)"),
                .blob(try CanonicalJSON.bytes(of: CaseExample.extent(hours: 1))), .instant(opened),
                .int(isWithdrawn ? 1 : 0),
            ])
        try DutyBook.assign(
            Duty(
                id: DutyID(checked: "D\(number)"), kind: "supervision.repair", reference: id.text,
                role: .enterpriseManager, enterprise: EnterpriseID(checked: "E1"),
                region: RegionCode(checked: "330602"), since: opened, due: due), in: access)
    }

    @Test func `only what no longer stands owes its dismissal, to the same moment, and is warned of nothing`()
        async throws
    {
        let old = Schema(
            tables: [],
            migrations: [
                .supervision0001CreateCases, .supervision0002OpenBranches, .supervision0003KeepEvidence,
                .supervision0004WarnBeforeDue,
            ])
        let stage = try await SupervisionStage(schema: old) { journal, access in
            try Self.insert(1, isWithdrawn: true, journal, in: access)
            try Self.insert(2, isWithdrawn: false, journal, in: access)
        }
        #expect(
            try await stage.openDuties() == [
                "supervision.dismiss city-officer", "supervision.repair enterprise-manager",
            ])
        let waiting = try await stage.database.read { try CaseStore.warnings($0) }
        #expect(waiting == [CaseID(checked: "2026-0002"): CaseExample.opened.adding(hours: 48)])
        let due = try await stage.database.read { access in
            try DutyBook.open(scope: .city, limit: 9, in: access).map(\.due)
        }
        #expect(due == [CaseExample.opened.adding(hours: 300), CaseExample.opened.adding(hours: 300)])
        try await stage.take(.dismiss, on: CaseID(checked: "2026-0001"), by: CaseExample.actor(.cityOfficer, "P1"))
        #expect(try await stage.subject(CaseID(checked: "2026-0001"))?.state == .closed)
    }
}
