import Facts
import Kernel
import Persistence
import Testing

@testable import Supervision

struct SupervisionChecksTests {
    private static let loop = "cases stand where their steps lead"
    private static let journalled = "cases and their steps are as they were journalled"
    private static let duties = "each open case has exactly one duty with one owner, each closed one none"
    private static let requests = "each open request for more time has exactly one duty with one owner"
    private static let clocks = "clocks of requests for more time are as they were journalled"
    private static let exceedances = "each exceedance found has exactly one case or one exemption"
    private static let mergers = "merged cases lead to the case that goes on with them"

    private static let evidence = "what cases know of their exceedances is what was journalled"
    private static let warnings = "warnings before a clock runs out wait as was journalled"
    private static let openings = "each case that was opened is kept under its number"
    private static let exemptions = "exemptions are as they were journalled"
    private static let columns = "exceedances of cases begin, and are toxic, as was told"
    private static let members = "exceedances stand in the cases that took them up"
    private static let holidays = "imported days off are those of the notice"
    private static let begun = "duties of cases began with what gave rise to them"
    private static let settled = "duties of cases that are over were owed and ended as was journalled"
    private static let records = "answers to records of checks on site are as they were journalled"
    private static let awaited = "each record that waits for its second officer has exactly one duty"
    private static let traits = "exceedances of cases are of the means and as provisional as their extents say"

    /// Three cases: one just found, one half way, one closed.
    ///
    /// - Parameter joining: Whether a further exceedance, `EX7`, joined the second.
    private func stage(joining: Bool = false) async throws -> SupervisionStage {
        let stage = try await SupervisionStage()
        for episode in ["EX1", "EX2", "EX3"] { try await stage.tell(SupervisionStage.found(episode)) }
        if joining { try await stage.tell(SupervisionStage.found("EX7", at: "O-EX2")) }
        try await stage.walk(CaseID(checked: "2026-0003"), to: .closed)
        try await stage.walk(CaseID(checked: "2026-0002"), to: .accepted)
        return stage
    }

    @Test func `an untouched database has no difference, and everything was looked at`() async throws {
        let stage = try await stage()
        let reports = try await stage.database.read { try SupervisionRoom.checks.check($0) }
        #expect(
            reports.map(\.title) == [
                Self.loop, Self.journalled, Self.duties, Self.requests, Self.clocks, Self.exceedances,
                Self.mergers, Self.traits, Self.evidence, Self.warnings, Self.openings, Self.columns,
                Self.members, Self.exemptions, Self.holidays, Self.settled, Self.begun, Self.records, Self.awaited,
            ])
        #expect(reports.map(\.examined) == [3, 3 + 10 + 3, 3, 0, 0, 3, 0, 3, 3, 3, 3, 3, 3, 0, 0, 13, 15, 0, 2])
        #expect(reports.allSatisfy { $0.differenceCount == 0 })
    }

    /// A fourth case that is longer and was reopened, a fifth whose exceedance has grown into another, and a sixth
    /// whose device is being repaired.
    private func enlarge(_ stage: SupervisionStage) async throws {
        try await stage.tell(SupervisionStage.found("EX4", hours: 2))
        try await stage.walk(CaseID(checked: "2026-0004"), to: .closed)
        try await stage.tell(
            ExceedanceChanged(
                episode: EpisodeID(checked: "EX4"), extent: CaseExample.extent(hours: 9),
                decision: DecisionID(checked: "D9")))
        for episode in ["EX5", "EX6"] { try await stage.tell(SupervisionStage.found(episode)) }
        try await stage.walk(CaseID(checked: "2026-0006"), to: .faulty)
        try await stage.reportFault(of: "EX6", on: CaseID(checked: "2026-0006"))
        try await stage.tell(
            ExceedanceWithdrawn(
                episode: EpisodeID(checked: "EX5"), decision: DecisionID(checked: "D5"),
                mergedInto: EpisodeID(checked: "EX9")))
        #expect(try await stage.differences() == [])
    }

    @Test(arguments: [
        ("UPDATE supervision_case SET state = 'checked' WHERE case_id = '2026-0002'", loop),
        ("UPDATE supervision_case SET state = 'rechecked', due_ms = 1 WHERE state = 'closed'", duties),
        ("UPDATE supervision_case SET due_ms = due_ms + 3600000 WHERE state = 'found'", duties),
        ("UPDATE supervision_case SET opened_at_ms = opened_at_ms - 1", journalled),
        ("UPDATE supervision_episode SET episode_id = 'EX9' WHERE case_id = '2026-0001'", journalled),
        ("UPDATE supervision_episode SET provisional = 1 WHERE episode_id = 'EX2'", traits),
        ("UPDATE supervision_episode SET averaging = 'day' WHERE episode_id = 'EX2'", traits),
        (
            "UPDATE supervision_episode SET extent = (SELECT extent FROM supervision_episode WHERE episode_id = 'EX4') "
                + "WHERE episode_id = 'EX2'", evidence
        ),
        ("UPDATE supervision_episode SET withdrawn = 1 WHERE episode_id = 'EX2'", evidence),
        ("UPDATE supervision_episode SET withdrawn = 1, merged_into = 'EX9' WHERE episode_id = 'EX2'", evidence),
        ("UPDATE supervision_episode SET withdrawn = 0, merged_into = NULL WHERE episode_id = 'EX5'", evidence),
        ("UPDATE supervision_episode SET merged_into = NULL WHERE episode_id = 'EX5'", evidence),
        ("UPDATE supervision_episode SET merged_into = 'EX1' WHERE episode_id = 'EX5'", evidence),
        ("UPDATE supervision_case SET warn_ms = 1 WHERE case_id = '2026-0001'", warnings),
        ("UPDATE supervision_case SET warn_ms = NULL WHERE state = 'repairing'", warnings),
        ("UPDATE supervision_case SET warn_ms = warn_ms + 1 WHERE state = 'repairing'", warnings),
        ("UPDATE supervision_case SET reopened_at_ms = reopened_at_ms + 1", journalled),
        ("UPDATE supervision_case SET reopened_at_ms = NULL", journalled),
        ("DELETE FROM supervision_episode WHERE episode_id = 'EX2'", exceedances),
        (
            "INSERT INTO supervision_exemption (episode_id, outlet_id, reason, at_ms) VALUES ('EX1', 'O', 'x', 0)",
            exceedances
        ),
        (
            "INSERT INTO supervision_exemption (episode_id, outlet_id, reason, at_ms) VALUES ('EX9', 'O', 'x', 0)",
            exemptions
        ),
        ("UPDATE supervision_case SET number = 9 WHERE case_id = '2026-0003'", openings),
        ("UPDATE supervision_case SET enterprise_id = 'E9' WHERE case_id = '2026-0003'", openings),
        ("UPDATE supervision_case SET region_code = '330681' WHERE case_id = '2026-0003'", openings),
        ("UPDATE supervision_episode SET pollutant = 'a21002' WHERE episode_id = 'EX2'", evidence),
        (
            "INSERT INTO supervision_holiday (day, kind, name, source) VALUES ('2027-01-01', 'holiday', 'x', 'y')",
            holidays
        ),
        ("UPDATE supervision_episode SET case_id = '2026-0001', position = 2 WHERE episode_id = 'EX7'", members),
        ("UPDATE supervision_episode SET outlet_id = 'O9' WHERE episode_id = 'EX7'", members),
        ("UPDATE supervision_case SET year = 2025 WHERE case_id = '2026-0003'", openings),
        ("UPDATE supervision_case SET outlet_id = 'O9' WHERE case_id = '2026-0003'", openings),
        ("UPDATE supervision_case SET reopened_at_ms = 1 WHERE state = 'closed'", journalled),
        ("UPDATE supervision_case SET raises = 1 WHERE case_id = '2026-0001'", journalled),
        (
            "UPDATE supervision_case SET state = 'merged', due_ms = NULL, merged_into = 'X' WHERE state = 'found'",
            mergers
        ),
        ("DELETE FROM supervision_step WHERE number = 3", loop),
        ("DELETE FROM supervision_step WHERE number = 3", journalled),
        ("UPDATE supervision_step SET to_state = 'closed' WHERE number = 1", loop),
        ("UPDATE supervision_step SET role = 'administrator' WHERE number = 1", loop),
        (
            "UPDATE supervision_step SET role = 'city-officer' WHERE number = 3 AND role = 'branch-officer'", journalled
        ),
        ("UPDATE supervision_step SET actor = 'P-somebody' WHERE number = 1", journalled),
        ("UPDATE supervision_step SET actor_name = '李四' WHERE number = 1", journalled),
        ("UPDATE duty SET settled_at_ms = settled_at_ms - 1 WHERE kind = 'supervision.check'", settled),
        ("UPDATE duty SET since_ms = since_ms - 7200000 WHERE kind = 'supervision.answer'", begun),
        ("UPDATE duty SET since_ms = since_ms - 7200000 WHERE state = 'open'", begun),
        // To the moment of another step of its case.
        (
            """
            UPDATE duty SET since_ms = (SELECT MIN(s.at_ms) FROM supervision_step s WHERE s.case_id = duty.reference)
            WHERE kind = 'supervision.qualify'
            """, begun
        ),
        ("UPDATE journal_entry SET enterprise_id = 'E9' WHERE kind = 'supervision.case-step-taken'", journalled),
        ("UPDATE journal_entry SET region_code = '330681' WHERE kind = 'supervision.case-step-taken'", journalled),
        ("UPDATE duty SET role = 'city-officer' WHERE kind = 'supervision.check'", settled),
        (
            "UPDATE duty SET role = CASE role WHEN 'city-officer' THEN 'branch-officer' ELSE 'city-officer' END "
                + "WHERE kind = 'supervision.close'", settled
        ),
        (
            "UPDATE duty SET state = 'lifted', settled_at_ms = settled_at_ms + 3600000 "
                + "WHERE kind = 'supervision.answer'", settled
        ),
        ("UPDATE supervision_step SET at_ms = at_ms - 1 WHERE number = 1", journalled),
        ("UPDATE supervision_step SET form = CAST('{}' AS BLOB) WHERE number = 1", journalled),
        ("DELETE FROM duty WHERE state = 'open' AND kind = 'supervision.warn'", duties),
        (
            "UPDATE duty SET state = 'done', settled_at_ms = 0 WHERE kind = 'supervision.check' AND state = 'open'",
            duties
        ),
        ("UPDATE duty SET state = 'open', settled_at_ms = NULL WHERE kind = 'supervision.close'", duties),
        ("UPDATE duty SET state = 'open', settled_at_ms = NULL WHERE kind = 'supervision.answer'", duties),
        ("UPDATE duty SET kind = 'supervision.close' WHERE state = 'open'", duties),
        ("UPDATE duty SET role = 'administrator' WHERE state = 'open'", duties),
        ("UPDATE duty SET due_ms = due_ms + 1 WHERE state = 'open'", duties),
        ("UPDATE duty SET reference = '2026-0009' WHERE state = 'open'", duties),
        ("UPDATE journal_entry SET payload = x'7B7D'", journalled),
    ])
    func `a touched row is found by the check of its table`(tampering: String, title: String) async throws {
        let stage = try await stage(joining: title == Self.members)
        if [Self.evidence, Self.warnings].contains(title) || tampering.contains("reopened_at_ms") {
            try await enlarge(stage)
        }
        let changed = try await stage.database.write { try $0.execute(tampering) }
        #expect(changed > 0)
        let found = try await stage.differences()
        #expect(found.contains { $0.hasPrefix(title) }, "\(tampering) → \(found)")
    }
}
