import Facts
import Kernel
import TestMaterial
import Testing

@testable import Governance

struct AcceptedTaskLightRuleTests {
    private static let heading =
        "| last day | kind | taken | milestone | missing | returned | accepted | since | light | reason |"

    private static func table() throws -> [[String]] {
        try RepositoryFile.table(heading, in: "docs/method/governance.md")
    }

    /// A line of the method page as what the rule reads.
    private static func input(_ cells: [String], isExtended: Bool = false) throws -> AcceptedTaskLightRule.Input {
        let day = try #require(CivilDate("2026-11-28"))
        let month = CivilMonth(day)
        let due = CivilDate(cells[3].replacing("+", with: ""))
        let accepted = TaskStanding(rawValue: cells[6])
        let since = cells[7].split(separator: " ").compactMap { TaskStanding(rawValue: String($0)) }
        return AcceptedTaskLightRule.Input(
            task: "P.T1", day: day, lastDay: try #require(CivilDate(cells[0])), isLongTerm: cells[1] == "long",
            isExtended: isExtended, isTaken: cells[2] == "yes", isFulfilled: accepted == .fulfilled,
            milestones: due.map { [.init(number: 1, due: $0, reachedOn: cells[3].hasSuffix("+") ? $0 : nil)] } ?? [],
            missing: (0..<(Int(cells[4]) ?? 0)).map { month.adding(-1 - $0) },
            returned: (0..<(Int(cells[5]) ?? 0)).map { month.adding(-1 - $0) },
            accepted: accepted.map { .init(month: month.adding(-9), standing: $0) },
            unaccepted: since.enumerated().map { .init(month: month.adding($0.offset - 8), standing: $0.element) },
            figures: try ShippedFile.figures())
    }

    @Test func `GOV-01 v2 decides as the method page works it out, which meets every reason`() throws {
        let table = try Self.table()
        for cells in table {
            let outcome = AcceptedTaskLightRule.decide(try Self.input(cells)).outcome
            #expect([outcome.light.rawValue, outcome.reason.rawValue] == Array(cells[8...]), "\(cells)")
        }
        #expect(Set(table.map { $0[9] } + ["extended"]) == Set(LightReason.allCases.map(\.rawValue)))
    }

    @Test func `GOV-01 v2 shows an extension as amber, and replays to the same bytes`() throws {
        let plain = try #require(try Self.table().first { $0[9] == "on-track" })
        let input = try Self.input(plain, isExtended: true)
        let ruling = AcceptedTaskLightRule.decide(input)
        #expect(ruling.outcome == .init(light: .amber, reason: .extended))
        let rule = try #require(GovernanceRoom.rules.first { $0.descriptor == AcceptedTaskLightRule.descriptor })
        #expect(try rule.ruling(on: CanonicalJSON.bytes(of: input)) == RecordedRuling(ruling))
    }
}
