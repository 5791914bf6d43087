import Facts
import Kernel
import TestMaterial
import Testing

@testable import Governance

struct TaskLightRuleTests {
    private static let day = CivilDate("2026-11-28")

    /// A line of the method page as what the rule reads.
    private static func input(_ cells: [String]) throws -> TaskLightRule.Input {
        let day = try #require(day)
        let said = cells[5].split(separator: " ").map(String.init)
        let newest = said.count == 2 ? TaskStanding(rawValue: said[0]) : nil
        let verdict = said.count == 2 ? ReviewVerdict(rawValue: said[1]) : nil
        let due = CivilDate(cells[3].replacing("+", with: ""))
        let month = CivilMonth(day)
        return TaskLightRule.Input(
            task: "P.T1", day: day, lastDay: try #require(CivilDate(cells[0])), isLongTerm: cells[1] == "long",
            isExtended: false, isTaken: cells[2] == "yes", isFulfilled: newest == .fulfilled && verdict == .accepted,
            milestones: due.map { [.init(number: 1, due: $0, reachedOn: cells[3].hasSuffix("+") ? $0 : nil)] } ?? [],
            missing: (0..<(Int(cells[4]) ?? 0)).map { month.adding(-1 - $0) },
            newest: newest.map { .init(month: month, standing: $0, verdict: verdict) },
            figures: try ShippedFile.figures())
    }

    @Test func `GOV-01 decides as the method page works it out`() throws {
        let heading = "| last day | kind | taken | milestone | missing | newest | light | reason |"
        let table = try RepositoryFile.table(heading, in: "docs/method/governance.md")
        #expect(table.count == 19)
        for cells in table {
            let outcome = TaskLightRule.decide(try Self.input(cells)).outcome
            #expect([outcome.light.rawValue, outcome.reason.rawValue] == Array(cells[6...]), "\(cells)")
        }
    }

    @Test func `GOV-01 an extension shows as amber, and every step up to the answer is told`() throws {
        let plain = try Self.input(["2027-12-31", "year", "yes", "-", "0", "on-track accepted"])
        let extended = TaskLightRule.Input(
            task: plain.task, day: plain.day, lastDay: plain.lastDay, isLongTerm: false, isExtended: true,
            isTaken: true, isFulfilled: false, milestones: [], missing: [], newest: plain.newest,
            figures: plain.figures)
        #expect(TaskLightRule.decide(extended).outcome == .init(light: .amber, reason: .extended))
        #expect(TaskLightRule.decide(extended).steps.count == 13)
        #expect(TaskLightRule.decide(plain).steps.last?.en.contains("green") == true)
    }

    @Test func `GOV-01 replays from its canonical input to the same bytes`() throws {
        let input = try Self.input(["2026-12-31", "long", "yes", "2026-10-30", "1", "on-track returned"])
        let recorded = try RecordedRuling(TaskLightRule.decide(input))
        let rule = try #require(GovernanceRoom.rules.first)
        #expect(try rule.ruling(on: CanonicalJSON.bytes(of: input)) == recorded)
    }
}
