import Testing

@testable import Web

struct BlankCellsTests {
    @Test(
        arguments: [
            ("<td>–</td>", "<td data-blank>–</td>"),
            (#"<td class="number">—</td>"#, #"<td class="number" data-blank>—</td>"#),
            (
                "<tr><td>–</td><td>a</td><td>—</td></tr>",
                "<tr><td data-blank>–</td><td>a</td><td data-blank>—</td></tr>"
            ),
            ("<td>a–b</td>", nil), ("<td><b>x</b>–</td>", nil), ("<dd>–</dd>", nil), ("<td>“–</td>", nil),
            ("–</td>", nil),
            ("<td>–", nil), ("", nil),
        ] as [(String, String?)])
    func `a cell with a dash alone is marked, and nothing else`(html: String, marked: String?) {
        #expect(BlankCells.marked(html) == marked ?? html)
    }
}
