import Foundation
import Kernel
import Testing

@testable import Governance

struct IndicatorBookTests {
    private static func book(changing edit: (inout [[String: Any]]) -> Void) throws -> IndicatorBook {
        let data = Data(try ShippedFile.bytes("policy/indicators.json"))
        let tree = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        var rows = tree["indicators"] as? [[String: Any]] ?? []
        edit(&rows)
        return try IndicatorBook(
            json: Array(try JSONSerialization.data(withJSONObject: ["policy": "P", "indicators": rows])))
    }

    @Test func `each shipped indicator has an owner, articles and tasks of the policy, and goals it can have`() throws {
        let book = try IndicatorBook(json: ShippedFile.bytes("policy/indicators.json"))
        let policy = try #require(try ShippedFile.policy().document)
        #expect(book.all.count == 31)
        for indicator in book.all {
            #expect(policy.units.contains { $0.name == indicator.owner }, "\(indicator.code)")
            #expect(indicator.articles.allSatisfy { policy.article($0) != nil }, "\(indicator.code)")
            #expect(indicator.tasks.allSatisfy { policy.task($0) != nil }, "\(indicator.code)")
            #expect(indicator.goals.allSatisfy { indicator.range.contains($0.value) }, "\(indicator.code)")
        }
        _ = try ScoreFigures(json: ShippedFile.bytes("policy/scores.json"), book: book)
    }

    @Test func `the goals of the policy hold from their years on`() throws {
        let book = try IndicatorBook(json: ShippedFile.bytes("policy/indicators.json"))
        let fine = try #require(book[IndicatorCode(checked: "AIR_PM25")])
        #expect(
            [2019, 2020, 2025, 2026, 2030, 2031].map { fine.goal(in: $0)?.value.description } == [
                nil, "35", "35", "30", "30", "25",
            ])
        let coarse = ["AIR_PM10", "AIR_SO2", "AIR_NO2", "AIR_CO", "AIR_O3", "AIR_CLASS_II"].map { code in
            [2020, 2026, 2031].map { book[IndicatorCode(checked: code)]?.goal(in: $0)?.value.description }
        }
        #expect(
            coarse == [
                ["70", "60", "50"], ["60", "60", "20"], ["40", "40", "30"], ["4", "4", "4"], ["160", "160", "160"],
                ["100", "100", "100"],
            ])
        let codes = ["WATER_SECTION_RATE", "WASTE_PROJECTS_BUILT", "ECO_INVESTMENT_GROWTH", "PERMIT_COVERAGE"]
        #expect(
            codes.map { book[IndicatorCode(checked: $0)]?.goal(in: 2026)?.value.description } == [
                "100", "52", "10", "100",
            ])
    }

    @Test func `a registry that contradicts itself is refused`() {
        #expect(throws: IndicatorBook.Defect.twice(IndicatorCode(checked: "AIR_GOOD_DAYS"))) {
            try Self.book { $0.append($0[0]) }
        }
        #expect(throws: IndicatorBook.Defect.circle(IndicatorCode(checked: "AIR_GOOD_RATE"))) {
            try Self.book { $0[2]["formula"] = "AIR_GOOD_RATE + 1" }
        }
        let known = IndicatorCode(checked: "AIR_GOOD_RATE")
        #expect(throws: IndicatorBook.Defect.unknown(IndicatorCode(checked: "NOBODY"), in: known)) {
            try Self.book { $0[2]["formula"] = "NOBODY" }
        }
        #expect(throws: IndicatorBook.Defect.formula(known, .unexpected(at: 3))) {
            try Self.book { $0[2]["formula"] = "1 +" }
        }
        #expect(throws: IndicatorBook.Defect.way(known)) {
            try Self.book { $0[2]["counts"] = ["kind": "supervision.case-opened"] }
        }
        #expect(throws: IndicatorBook.Defect.range(known)) { try Self.book { $0[2]["max"] = "-1" } }
    }
}
