import Facts
import Kernel
import Standards
import TestMaterial
import Testing

/// Repeats the table of `docs/method/discharge-limits.md`.
struct LimitComparisonTests {
    private typealias Material = JudgingMaterial

    static func table() throws -> [[String]] {
        try RepositoryFile.table(
            "| demanded | unit | value | method | detection limit | outcome |", in: "docs/method/discharge-limits.md")
    }

    @Test func `every row of the method page comes out as written`() throws {
        let rows = try Self.table()
        #expect(rows.count >= 20)
        for row in rows {
            let bound = try Self.bound(row[0])
            let outcome = LimitComparison.compare(
                ExactQuotient(try Material.number(row[2])), with: bound, unit: row[1] == "–" ? "1" : row[1],
                method: try #require(ComparisonMethod(rawValue: row[3])), detectionLimit: DecimalNumber(row[4])
            ).outcome
            #expect(Self.words(outcome) == row[5], "\(row)")
        }
    }

    @Test func `a mean is compared before it is rounded`() throws {
        // 80 + 1/3 of a hundred-millionth: rounded to ten digits it would still be above, to two it is not.
        let mean = ExactQuotient(try Material.number("240.00000001"), over: DecimalNumber(3))
        let limit = try #require(PrintedNumber("80"))
        #expect(
            LimitComparison.compare(mean, with: .atMost(limit), unit: "mg/L").outcome
                == .exceeds(multiple: DecimalNumber(0)))
        #expect(
            LimitComparison.compare(mean, with: .atMost(limit), unit: "mg/L", method: .roundedValue).outcome
                == .complies)
    }

    @Test(arguments: ["0", "-5"])
    func `a limit of nothing or less is met or not, without a multiple`(limit: String) throws {
        let bound = LimitBound.atMost(try #require(PrintedNumber(limit)))
        let outcome = LimitComparison.compare(ExactQuotient(DecimalNumber(1)), with: bound, unit: "mg/L").outcome
        #expect(outcome == .exceeds(multiple: nil))
    }

    @Test func `STD-01 names clause, certainty and method, and replays from its stored bytes`() throws {
        let name = DischargeTable.Name(standard: "GB 4287-2012", category: "table-2-direct")
        let limit = try #require(
            try Material.limits().limits(of: name, on: Material.day("2026-11-01")).first { $0.item.zh == "化学需氧量" })
        let input = LimitComparison.Input(value: ExactQuotient(DecimalNumber(100)), limit: limit)
        let ruling = LimitComparison.decide(input)
        #expect(ruling.outcome == .exceeds(multiple: try Material.number("0.25")))
        #expect(
            ruling.steps.map(\.en) == [
                "by GB 4287-2012 table 2 (verified against the text), whole-value method",
                "100 > 80 mg/L, exceeds, 0.25 times over",
            ])
        let replayed = try ReplayableRule(LimitComparison.self).ruling(on: CanonicalJSON.bytes(of: input))
        #expect(replayed == (try RecordedRuling(ruling)))
    }

    private static func bound(_ text: String) throws -> LimitBound {
        if text == "ND" { return .notDetectable }
        if text.hasPrefix("≤ ") { return .atMost(try #require(PrintedNumber(text.dropFirst(2)))) }
        if text.hasPrefix("≥ ") { return .atLeast(try #require(PrintedNumber(text.dropFirst(2)))) }
        let ends = text.split(separator: "–").compactMap { PrintedNumber($0) }
        return .within(lower: try #require(ends.first), upper: try #require(ends.last))
    }

    private static func words(_ outcome: LimitComparison.Outcome) -> String {
        switch outcome {
        case .complies: "complies"
        case .exceeds(let multiple): multiple.map { "exceeds, \($0) times over" } ?? "exceeds, no multiple"
        case .notComparable: "not judged"
        }
    }
}
