import Facts
import Kernel
import Persistence
import Testing

@testable import Governance

struct DueReportsTests {
    @Test func `what is overdue is with the unit that answered for the month, wherever it is asked for`() async throws {
        let stage = try await GovernanceStage()
        // Two units lead this task; it goes from one to the other with a report overdue.
        let policy = try #require(try ShippedFile.policy().document)
        let task = try #require(policy.tasks.first { $0.leadUnits.count == 2 && $0.kind == .longTerm })
        let (key, units) = (TaskKey(policy: policy.meta.code, number: task.number), task.leadUnits)
        try stage.clock.stand(on: "2026-09-10")
        try await stage.desk { desk, now, access in
            try desk.bind(units[0], to: "BANK", by: .system("test"), at: now, in: access)
            try desk.bind(units[1], to: "LEAD", by: .system("test"), at: now, in: access)
            try desk.assign(
                key, to: GovernanceStage.stranger.person, of: units[0], by: GovernanceStage.office, at: now,
                in: access)
        }
        try stage.clock.stand(on: "2026-10-30")
        try await stage.room.watch.look()
        func asked() async throws -> DueReports {
            let now = stage.clock.now()
            return try await stage.database.read {
                try GovernanceRoom.dueReports(of: policy, task: key.number, at: now, $0)
            }
        }
        #expect(try await asked().overdueByUnit == [units[0]: 1])
        try await stage.desk { desk, now, access in
            try desk.assign(
                key, to: GovernanceStage.lead.person, of: units[1], by: GovernanceStage.office, at: now, in: access)
        }
        let due = try await asked()
        #expect(due.overdueByUnit == [units[0]: 1])
        #expect(due.entries.map(\.month.description) == ["2026-09"] && due.overdue == due.entries)
    }
}
