import Kernel
import Persistence
import Testing
import Web

@testable import Governance

struct WorkImportTests {
    private static let table = """
        indicator,region,month,value,source,reason
        MU_BENEFIT,,2026-08,31.5,月报（示例）,
        MU_BENEFIT,330602,2026-08,20000,月报（示例）,
        MU_BENEFIT,,2026-08,31.6,月报（示例）,
        ENERGY_CUT,,2026-08,3,月报（示例）,
        """

    @Test(arguments: [(WorkImport.Way.check, 0), (.whole, 0), (.good, 1)])
    func `a partly good table imports nothing unless its good lines are asked for`(
        way: WorkImport.Way, kept: Int
    ) async throws {
        let stage = try await GovernanceStage()
        try stage.clock.stand(on: "2026-09-10")
        try await stage.take()
        let report = try await stage.room.importWork(
            csv: Self.table, way: way, by: GovernanceStage.lead.person, at: stage.clock.now())
        #expect(report.taken == 1 && report.isImported == (kept > 0))
        #expect(report.refused.map(\.line) == [3, 4, 5])
        #expect(report.refused.map(\.problem.rule) == ["GOV-IND-RANGE", "GOV-IND-TWICE", "GOV-IND-OWNER"])
        #expect(report.refused.map(\.problem.field) == ["value", "month", "indicator"])
        let values = try await stage.database.read {
            try IndicatorStore.values(of: IndicatorCode(checked: "MU_BENEFIT"), in: $0)
        }
        #expect(values.count == kept)
        #expect(try await stage.differences() == [])
    }

    @Test func `reports are imported by the checks of the form`() async throws {
        let stage = try await GovernanceStage()
        try await stage.take()
        try stage.clock.stand(on: "2026-10-02")
        let report = try await stage.room.importWork(
            csv: "policy,task,month,standing,progress,evidence\n"
                + "SZBF-2020-19,11,2026-09,on-track,进展（示例）,文号\nSZBF-2020-19,2,2026-09,late,进展,文号\n",
            way: .good, by: GovernanceStage.lead.person, at: stage.clock.now())
        #expect(report.taken == 1 && report.refused.map(\.problem.rule) == ["GOV-LEAD"])
        #expect(try await stage.record().reports.count == 1)
        #expect(try await stage.differences() == [])
    }
}
