import Foundation
import Testing

@testable import Governance

struct PolicyFileTests {
    /// Changes one field of the item at a place of a list.
    private static func file(_ list: String, _ place: Int, _ field: String, _ value: Any?) throws -> PolicyFile {
        PolicyFile(
            json: try ShippedFile.policy { tree in
                var items = tree[list] as? [[String: Any]] ?? []
                items[place][field] = value
                tree[list] = items
            })
    }

    @Test(arguments: [
        ("tasks", 2, "lead_units", ["市不存在局"] as [String], "tasks[2].lead_units", "GOV-FILE-UNIT"),
        ("tasks", 2, "lead_units", [], "tasks[2].lead_units", "GOV-FILE-FORM"),
    ])
    func `GOV-FILE-UNIT a unit that is not on the list is refused with its field`(
        list: String, place: Int, field: String, value: [String], refused: String, rule: String
    ) throws {
        let file = try Self.file(list, place, field, value)
        #expect(file.refusals.first?.field == refused && file.refusals.first?.rule.rawValue == rule)
        #expect(file.document?.tasks.count == 69)
    }

    @Test(arguments: [
        ("tasks", "deadline_raw", "2021年" as String, "tasks[2].deadline_raw", "GOV-FILE-DEADLINE"),
        ("tasks", "deadline_raw", "择期", "tasks[2].deadline_raw", "GOV-FILE-DEADLINE"),
        ("tasks", "deadline_kind", "soon", "tasks[2].deadline_kind", "GOV-FILE-FORM"),
        ("articles", "text", "", "articles[2].text", "GOV-FILE-LENGTH"),
        ("projects", "due", "2022.12", "projects[2].due", "GOV-FILE-FORM"),
    ])
    func `wrong words are refused with their field and rule`(
        list: String, field: String, value: String, refused: String, rule: String
    ) throws {
        let first = try Self.file(list, 2, field, value).refusals.first
        #expect(first?.field == refused && first?.rule.rawValue == rule)
    }

    @Test(arguments: [
        ("tasks", "article_no", 23, "tasks[2].article_no", "GOV-FILE-REFERENCE"),
        ("tasks", "no", 1, "tasks[2].no", "GOV-FILE-TWICE"),
        ("mechanisms", "article_no", 0, "mechanisms[2].article_no", "GOV-FILE-REFERENCE"),
        ("projects", "investment_10k_yuan", -1, "projects[2].investment_10k_yuan", "GOV-FILE-MONEY"),
        ("projects", "investment_10k_yuan", 7, "investment_total_stated_10k_yuan", "GOV-FILE-SUM"),
    ])
    func `wrong numbers are refused with their field and rule`(
        list: String, field: String, value: Int, refused: String, rule: String
    ) throws {
        let first = try Self.file(list, 2, field, value).refusals.first
        #expect(first?.field == refused && first?.rule.rawValue == rule)
    }

    @Test func `what points at a refused item is refused too`() throws {
        let file = try Self.file("articles", 0, "text", "")
        #expect(file.refusals.map(\.field).contains("tasks[0].article_no"))
        #expect(file.document?.articles.count == 21 && file.document?.task(1) == nil)
    }

    @Test(arguments: ["", "[]", "{}", "{\"meta\":{}}"])
    func `a file without a head has nothing to take`(text: String) {
        let file = PolicyFile(json: Array(text.utf8))
        #expect(file.document == nil && file.refusals.count == 1)
    }

    @Test func `a field that is missing is named`() throws {
        #expect(try Self.file("tasks", 0, "text", nil).refusals.first?.field == "tasks[0].text")
    }
}
