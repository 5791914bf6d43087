import Facts
import Kernel
import Standards
import TestMaterial
import Testing

struct IndustryStandardsTests {
    private typealias Material = JudgingMaterial

    private static func standards() throws -> IndustryStandards {
        try IndustryStandards(json: Material.bytes("industry-standards.json"))
    }

    @Test func `each row of the method page holds`() throws {
        let standards = try Self.standards()
        let rows = try RepositoryFile.table(
            "| trade | discharge | day | default |", in: "docs/method/discharge-limits.md")
        #expect(rows.count == 19)
        for row in rows {
            let found = standards.defaults(
                for: try #require(IndustryCode(row[0])), discharge: try #require(Discharge(rawValue: row[1])),
                on: try Material.day(row[2]))
            #expect(found.map { $0.table?.description ?? "permit" } == [row[3]], "\(row)")
        }
    }

    @Test func `a default names a table that is in force on every day the default holds`() throws {
        let limits = try Material.limits()
        let today = try Material.day("2026-11-28")
        for row in try Self.standards().rows {
            #expect(!row.remark.zh.isEmpty && !row.remark.en.isEmpty)
            #expect(row.industries.allSatisfy { $0.isEmpty || $0.count >= 2 })
            guard let table = row.table else { continue }
            let known = try #require(limits.table(table), "\(table)")
            #expect(row.discharges.allSatisfy { $0.medium == known.medium }, "\(table)")
            for day in [row.validFrom, row.validTo ?? today] {
                #expect(!limits.limits(of: table, on: day).isEmpty, "\(table) on \(day)")
            }
        }
    }

    @Test func `every trade has an answer for every way of discharge today`() throws {
        let standards = try Self.standards()
        let today = try Material.day("2026-11-28")
        for number in 100..<1_000 {
            let trade = try #require(IndustryCode("\(number.padded(4))"))
            for discharge in Discharge.allCases {
                #expect(standards.defaults(for: trade, discharge: discharge, on: today).count == 1, "\(trade)")
            }
        }
    }

    @Test(arguments: ["", "1", "17130", "C17", "17 3"])
    func `what is no trade code is refused`(text: String) {
        #expect(IndustryCode(text) == nil)
    }
}
