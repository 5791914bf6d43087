import Kernel

@testable import Web

/// A list of the tests: numbered lakes with whatever somebody typed.
struct ListExample: ListPage {
    static let template = "Test/TestPage"

    let lakes: [String]
    let next: String?

    func title(_ language: Language) -> String { Phrase("湖泊", "Lakes")(language) }
    var content: [String] { lakes }
    func view(_ language: Language) -> [String: Any] { ["text": lakes.joined(separator: " "), "form": false] }

    func tables(_ language: Language) -> [ListTable] {
        [
            ListTable(
                Phrase("湖泊", "Lakes"), lakes, language,
                columns: [
                    TableColumn(Phrase("名称", "Name")) { .text($0) },
                    TableColumn(Phrase("字数", "Letters")) { .number($0.count) },
                ])
        ]
    }

    /// `/lakes`, `/lakes.csv`, `/lakes.xlsx` over this many lakes called by their number.
    static func routes(_ count: Int, filesHold: Int? = nil, content: ListContent = .business) -> [Route] {
        let filter = FormField.filter("over", Phrase("大于", "Over"), .text(max: 9))
        return Route.list(
            "/lakes", summary: Phrase("湖泊", "lakes"), permission: .roles([.cityOfficer]), query: [filter],
            place: "after", .number(0...99_999, like: "3"), lines: 3, filesHold: filesHold, content: content
        ) { visit, rowsMax in
            let over = max(Int(visit.query("over") ?? "") ?? 0, Int(visit.query("after") ?? "") ?? 0)
            let found = over >= count ? [] : Array((over + 1)...count)
            let shown = found.prefix(rowsMax)
            let next = found.count > shown.count ? shown.last.map { visit.address(with: "after", "\($0)") } : nil
            return ListExample(lakes: shown.map(String.init), next: next)
        }
    }
}
