import Kernel
import TestMaterial
import Testing

@testable import Standards

struct LegalTimelineTests {
    @Test(arguments: [
        ("2022-07-19", ["mark-rules"]), ("2022-12-31", ["mark-rules"]), ("2023-01-01", []), ("2025-12-31", []),
        ("2026-01-01", ["hj-212-2017"]),
    ])
    func `a basis tells which of its texts were not in force on a day`(day: String, absent: [String]) throws {
        let timeline = try LegalTimeline(json: Array(try RepositoryFile.text("share/rules/legal-timeline.json").utf8))
        let basis = Phrase("有效性与标记：HJ 212-2017、标记规则（公告2022年第21号）", "x")
        let date = try #require(CivilDate(day))
        #expect(timeline.cited(in: basis).count == 2)
        #expect(timeline.notInForce(on: date, citedIn: basis).map(\.code) == absent)
        #expect(timeline.notInForce(on: date, citedIn: basis).allSatisfy { $0.absence(on: date).zh.contains(day) })
        // What ended says on what its figures stand now, and how sure that is; what has not begun does not.
        let absent = timeline.notInForce(on: date, citedIn: basis)
        #expect(absent.allSatisfy { $0.absence(on: date).zh.contains("凭记忆") == ($0.code == "hj-212-2017") })
    }
}
