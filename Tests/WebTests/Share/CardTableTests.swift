import Foundation
import TestMaterial
import Testing

@testable import Web

struct CardTableTests {
    @Test func `each cell gets the heading of its column, the row its main cell, every part its role`() {
        let marked = CardTable.marked(
            """
            <table class="table"><thead><tr><th>{{t.hour}}</th><th class="number"><b>{{t.mean}}</b></th></tr></thead>\
            <tbody>{{#hours}}<tr data-href="x"><td class="nowrap">{{hour}}</td><td><a href="y">{{mean}}</a></td></tr>\
            {{/hours}}</tbody></table>
            """)
        #expect(
            marked == """
                <table class="table" role="table" data-cards><thead role="rowgroup"><tr role="row">\
                <th role="columnheader">{{t.hour}}</th><th class="number" role="columnheader"><b>{{t.mean}}</b></th>\
                </tr></thead><tbody role="rowgroup">{{#hours}}<tr data-href="x" role="row">\
                <td class="nowrap" role="cell" data-label="{{t.hour}}">{{hour}}</td>\
                <td role="cell" data-label="{{t.mean}}" data-main><a href="y">{{mean}}</a></td></tr>{{/hours}}</tbody>\
                </table>
                """)
    }

    /// A head and a row of a table that stays a table.
    @Test(arguments: [
        ("<tr>{{#factors}}<th>{{name}}</th>{{/factors}}</tr>", "<tr><td></td></tr>"),
        ("<tr><th>{{t.a}}</th><th>{{t.b}}</th></tr>", "<tr><td></td></tr>"),
        ("<tr><th colspan=\"2\">{{t.a}}</th></tr>", "<tr><td></td></tr>"),
        ("<tr><th>{{t.a}}</th></tr><tr><th>{{t.b}}</th></tr>", "<tr><td></td><td></td></tr>"),
    ])
    func `a table whose headings are not fixed, or whose rows have other cells, stays as it is`(
        head: String, row: String
    ) {
        let table = "<table class=\"table\"><thead>\(head)</thead><tbody>\(row)</tbody></table>"
        #expect(CardTable.marked(table) == table)
    }

    @Test func `a template may choose the main cell`() {
        let marked = CardTable.marked(
            "<table class=\"table\"><thead><tr><th>A</th><th>B</th></tr></thead>"
                + "<tr><td><a href=\"x\"></a></td><td data-main>b</td></tr></table>")
        #expect(marked.contains(#"<td role="cell" data-label="A"><a"#) && marked.contains(#"data-main role="cell""#))
    }

    /// Tables of figures in two directions, which read better as such, and those whose columns depend on the figures.
    private static let grids: Set<String> = [
        "AnalysisPage.mustache", "CasePage.mustache", "OutletDaysPage.mustache", "QuarantineEntryPage.mustache",
        "RegisterFilePage.mustache", "StatePage.mustache", "SurveyPage.mustache",
    ]

    @Test func `every table of the pages reads as cards on a telephone, but for those named here`() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        root.appendPathComponent("Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        var (grids, cards): (Set<String>, Int) = ([], 0)
        for file in files where file.hasSuffix(".mustache") {
            let marked = CardTable.marked(try RepositoryFile.text("Sources/\(file)"))
            let tables = marked.split(separator: "<table ", omittingEmptySubsequences: false).dropFirst()
            cards += tables.count { $0.contains("data-cards") }
            if tables.contains(where: { $0.contains("<thead") && !$0.contains("data-cards") }) {
                grids.insert(String(file.split(separator: "/").last ?? ""))
            }
        }
        #expect(grids == Self.grids)
        #expect(cards > 60)
    }
}
