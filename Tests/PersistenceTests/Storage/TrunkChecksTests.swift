import Facts
import Kernel
import Persistence
import SQLitePersistence
import Testing

struct TrunkChecksTests {
    private static func reports(
        _ stage: TrunkStage, rules: [ReplayableRule] = [ReplayableRule(DoublingRule.self)]
    ) async throws -> [CheckReport] {
        try await stage.database.read { try TrunkChecks(rules: rules).check($0) }
    }

    private static func stage() async throws -> TrunkStage {
        let stage = try await TrunkStage()
        try await stage.append(Array(repeating: .city, count: 4))
        for number in 1...3 { _ = try await stage.decide(Int64(number)) }
        return stage
    }

    @Test func `an untouched trunk has no differences`() async throws {
        let stage = try await Self.stage()
        let reports = try await Self.reports(stage)
        // Each of the three decisions is journalled by an entry of its own.
        #expect(reports.map(\.examined) == [7, 3, 3, 0, 0, 0])
        #expect(reports.map(\.differenceCount) == [0, 0, 0, 0, 0, 0])
    }

    @Test(arguments: [
        ("DELETE FROM journal_entry WHERE sequence = 2", 0, "entry 2 is missing before 3"),
        ("DELETE FROM journal_entry WHERE sequence = 1", 0, "entry 1 is missing before 2"),
        ("UPDATE journal_entry SET sequence = 9 WHERE sequence = 7", 0, "entry 7 is missing before 9"),
        (
            "UPDATE journal_entry SET salt = NULL, payload = NULL WHERE sequence = 2", 0,
            "the payload of entry 2 (stage.noted) is missing"
        ),
        (
            "UPDATE journal_entry SET payload = CAST('{\"number\":7}' AS BLOB) WHERE sequence = 3", 0,
            "the payload of entry 3 (stage.noted) is not what was committed to"
        ),
        (
            "UPDATE journal_entry SET salt = zeroblob(16) WHERE sequence = 3", 0,
            "the payload of entry 3 (stage.noted) is not what was committed to"
        ),
        (
            "UPDATE journal_entry SET commitment = zeroblob(32) WHERE sequence = 1", 0,
            "the payload of entry 1 (stage.noted) is not what was committed to"
        ),
        (
            "UPDATE decision SET outcome = CAST('{\"double\":5}' AS BLOB) WHERE reference = 'R2'", 1,
            "the outcome differs on replay"
        ),
        (
            "UPDATE decision SET input = CAST('{\"number\":5}' AS BLOB) WHERE reference = 'R2'", 1,
            "the outcome differs on replay"
        ),
        ("UPDATE decision SET steps = CAST('[]' AS BLOB) WHERE reference = 'R2'", 1, "the steps differ on replay"),
        ("UPDATE decision SET input = zeroblob(0) WHERE reference = 'R2'", 1, "its input cannot be read"),
        (
            "UPDATE decision SET rule_version = 2 WHERE reference = 'R2'", 1,
            "by TST-01 version 2: this program does not hold that rule"
        ),
    ])
    func `one changed row is one difference, told in words`(sql: String, report: Int, words: String) async throws {
        let stage = try await Self.stage()
        try await stage.execute(sql)
        let reports = try await Self.reports(stage)
        // A changed decision is no longer what was journalled, whatever its replay says.
        #expect(reports.map(\.differenceCount) == (report == 0 ? [1, 0, 0, 0, 0, 0] : [0, 1, 1, 0, 0, 0]))
        #expect(reports[report].differences.first?.contains(words) == true, "\(reports[report].differences)")
    }

    @Test(arguments: [
        "UPDATE decision SET decided_at_ms = decided_at_ms + 1 WHERE reference = 'R2'",
        "UPDATE decision SET reference = 'R9' WHERE reference = 'R2'", "DELETE FROM decision WHERE reference = 'R2'",
    ])
    func `what replays is still held against the journal`(sql: String) async throws {
        let stage = try await Self.stage()
        try await stage.execute(sql)
        #expect(try await Self.reports(stage).map(\.differenceCount) == [0, 0, 1, 0, 0, 0])
    }

    @Test(arguments: [
        ("UPDATE duty SET missed_at_ms = NULL", 1), ("UPDATE duty SET missed_at_ms = due_ms - 1", 1),
        ("UPDATE duty SET reference = 'R9'", 1), ("DELETE FROM duty", 1),
        ("UPDATE duty SET duty_id = 'D9'", 2), ("UPDATE duty SET settled_at_ms = settled_at_ms + 1", 0),
    ])
    func `a delay can neither be rubbed out nor invented`(sql: String, differences: Int) async throws {
        let stage = try await TrunkStage()
        let duty = Duty(
            id: DutyID(checked: "D1"), kind: "stage.do", reference: "R1", role: .cityOfficer, enterprise: nil,
            region: nil, since: Instant(milliseconds: 0), due: Instant(milliseconds: 5), state: .open, missedAt: nil)
        try await stage.database.write { access in
            try DutyBook.assign(duty, in: access)
            try DutyBook.settle(
                reference: "R1", as: .done, at: stage.clock.now(), journal: stage.journal, in: access)
        }
        #expect(try await Self.reports(stage).map(\.differenceCount) == [0, 0, 0, 0, 0, 0])
        try await stage.execute(sql)
        let moved = sql.contains("SET settled") ? 1 : 0
        #expect(try await Self.reports(stage).map(\.differenceCount) == [0, 0, 0, differences, moved, 0])
    }
}
